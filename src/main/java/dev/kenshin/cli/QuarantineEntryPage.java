package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.job.Preview.Rejected;
import dev.kenshin.job.QuarantineDetail;
import dev.kenshin.job.QuarantineDetail.LandedFields;
import dev.kenshin.job.QuarantineDetail.Nearest;
import dev.kenshin.job.QuarantineDetail.Now;
import dev.kenshin.job.WantedColumn;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import dev.kenshin.quarantine.Entry;
import dev.kenshin.quarantine.Group;
import dev.kenshin.quarantine.Quarantined.Stay;
import dev.kenshin.quarantine.Quarantined.ValueCount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One entry of the quarantine: why it is there, what it looks like, what to do. */
final class QuarantineEntryPage {
    private static final String INDENT = "  ";
    private static final int WIDEST_FIELD = 30;

    private final Language language;
    private final int width;
    private final Wrapped wrapped;

    QuarantineEntryPage(Language language, int width) {
        this.language = language;
        this.width = width;
        this.wrapped = new Wrapped(width);
    }

    /** @param also what else is wrong with the record */
    String of(QuarantineDetail detail, List<Entry> also) {
        Entry entry = detail.entry();
        return Text.plain(entry.place()) + "  [" + entry.code() + "]\n"
                + origin(entry)
                + wrapped.lines(INDENT, INDENT, entry.reason().in(language))
                + wrapped.lines(INDENT + "→ ", INDENT + "  ", entry.fix().in(language))
                + stays(detail.stays())
                + also(also)
                + wanted(detail.wanted())
                + nearest(detail.nearest())
                + detail.landed().map(landed -> record(landed, entry)).orElseGet(() -> absent(entry))
                + detail.now().map(now -> now(now, entry)).orElse("")
                + "\n";
    }

    /** The whole group of an entry: how often which value. */
    String alike(Group group, List<ValueCount> values) {
        if (group.entries() == 1) {
            return "";
        }
        AlignedTable table = new AlignedTable(Side.RIGHT, Side.LEFT, Side.LEFT);
        values.forEach(each -> table.row(
                String.format(Locale.ROOT, INDENT + "%,d", each.entries()), shown(each.value()), each.place()));
        String more = group.values() > values.size() ? INDENT + "…\n" : "";
        String command =
                "kenshin quarantine list --origin " + group.example().record().origin() + " --code "
                        + group.example().code() + " --format csv";
        return String.format(
                        Locale.ROOT, say("同じ理由の %,d件の値\n", "The values of the %,d entries alike\n"), group.entries())
                + table.print()
                + more
                + say("  全部: ", "  All of them: ")
                + command
                + "\n";
    }

    private String shown(String value) {
        return value.isEmpty() ? say("（空）", "(blank)") : OneLine.of(value, WIDEST_FIELD);
    }

    private String also(List<Entry> also) {
        if (also.isEmpty()) {
            return "";
        }
        StringBuilder lines =
                new StringBuilder("\n" + say("このレコードのほかの問題", "What else is wrong with the record") + "\n");
        for (Entry entry : also) {
            String reason = entry.place() + "  " + entry.reason().in(language) + " [" + entry.code() + "]";
            lines.append(wrapped.lines(INDENT, INDENT, reason))
                    .append(wrapped.lines(
                            INDENT + "→ ", INDENT + "  ", entry.fix().in(language)));
        }
        return lines.toString();
    }

    private String origin(Entry entry) {
        String mapping = entry.record().unread()
                ? say("（読み取りで失敗）", ", not read")
                : " → " + entry.record().mapping();
        String key = entry.record().unread()
                ? ""
                : say("  キー ", "  key ") + entry.record().key();
        String field = entry.field().isEmpty() ? "" : say("  項目 ", "  field ") + entry.field();
        return wrapped.lines(INDENT, INDENT, entry.record().origin() + mapping + key + field);
    }

    private String stays(List<Stay> stays) {
        StringBuilder lines = new StringBuilder();
        for (Stay stay : stays) {
            String resolved = stay.resolvedOn().map(Object::toString).orElse("");
            lines.append(INDENT)
                    .append(
                            resolved.isEmpty()
                                    ? say("%s の夜から隔離中（%,d夜）", "in quarantine since the night of %s (nights: %,d)")
                                            .formatted(stay.firstSeen(), stay.nights())
                                    : say(
                                                    "以前も %s から隔離され（%,d夜）、%s に解消",
                                                    "earlier since %s (nights: %,d); resolved on %s")
                                            .formatted(stay.firstSeen(), stay.nights(), resolved))
                    .append('\n');
        }
        return lines.toString();
    }

    private String wanted(List<WantedColumn> wanted) {
        if (wanted.isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder("\n" + say("マッピングが求めるもの", "What the mapping wants") + "\n");
        wanted.forEach(column -> lines.append(wrapped.lines(
                INDENT,
                INDENT + INDENT,
                column.column() + " ← " + column.from() + "  " + column.how().in(language) + "  (" + column.at()
                        + ")")));
        return lines.toString();
    }

    private String nearest(List<Nearest> nearest) {
        if (nearest.isEmpty()) {
            return "";
        }
        AlignedTable table = new AlignedTable(Side.LEFT, Side.LEFT, Side.RIGHT);
        nearest.forEach(each -> table.row(
                INDENT + each.account().id(),
                each.account().name(),
                String.format(Locale.ROOT, "%.0f%%", each.similarity() * 100)));
        return "\n" + say("近い顧客", "Nearest accounts") + "\n" + table.print();
    }

    private String record(LandedFields landed, Entry entry) {
        AlignedTable table = new AlignedTable(Side.LEFT, Side.LEFT, Side.LEFT);
        landed.fields()
                .forEach((field, value) -> table.row(
                        field.equals(entry.field()) ? "→" : " ",
                        OneLine.of(field, WIDEST_FIELD),
                        value.isEmpty() ? shown(value) : value.replaceAll("\\p{Cntrl}+", " ")));
        return "\n" + say("取り込んだレコード", "The record as it landed") + "  " + Text.plain(landed.place()) + "\n"
                + table.printWithin(width);
    }

    private String absent(Entry entry) {
        if (!entry.record().unread()) {
            return "";
        }
        String value = entry.value().isEmpty() ? "" : "\n" + wrapped.lines(INDENT, INDENT, entry.value());
        return value
                + "\n"
                + wrapped.lines(
                        "",
                        "",
                        say(
                                "読み取れなかった行なので、取り込んだデータには残っていません。元データか読み取りの設定を直すと、次の kenshin run nightly で読み直します。",
                                "The row could not be read, so nothing of it has landed. Mend the source, or how it is"
                                        + " read, and the next kenshin run nightly reads it again."));
    }

    private String now(Now now, Entry entry) {
        if (now.passes()) {
            String by = Optional.of(now.linkedBy())
                    .filter(way -> !way.equals("key"))
                    .map(way -> say("（顧客は " + way + " で特定）", " (account found by " + way + ")"))
                    .orElse("");
            return "\n"
                    + wrapped.lines(
                            "",
                            "",
                            say(
                                    "今の設定なら行になります" + by + "。反映するには: kenshin quarantine replay --apply",
                                    "With the configuration at hand it becomes a row" + by
                                            + ". To make it one: kenshin quarantine replay --apply"));
        }
        if (now.reasons().stream().allMatch(reason -> reason.reason().equals(entry.reason()))) {
            return "\n" + say("今の設定でも、同じ理由で隔離されます。", "With the configuration at hand it stays, for the same reason.")
                    + "\n";
        }
        StringBuilder lines =
                new StringBuilder("\n" + say("今の設定でも隔離されます", "With the configuration at hand it stays") + "\n");
        now.reasons().forEach(reason -> lines.append(reason(reason)));
        return lines.toString();
    }

    private String reason(Rejected reason) {
        return wrapped.lines(
                INDENT,
                INDENT + INDENT,
                reason.field() + "  " + reason.reason().in(language) + " [" + reason.code() + "]");
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
