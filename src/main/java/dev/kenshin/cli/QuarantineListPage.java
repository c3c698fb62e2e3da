package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import dev.kenshin.quarantine.Entry;
import dev.kenshin.quarantine.Filter;
import dev.kenshin.quarantine.Group;
import dev.kenshin.quarantine.NightCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The quarantine on one screen: groups of entries, each with an example and what to do. */
final class QuarantineListPage {
    private static final int SHOWN = 6;
    private static final String INDENT = "      ";

    private final Language language;
    private final Wrapped wrapped;
    private final boolean all;

    /** @param all show every group, however many there are */
    QuarantineListPage(Language language, int width, boolean all) {
        this.language = language;
        this.wrapped = new Wrapped(width);
        this.all = all;
    }

    /**
     * The page.
     *
     * @param records how many the groups have in all
     * @param last the last night, if one was recorded
     */
    String of(List<Group> groups, long records, Filter filter, List<NightCount> last) {
        StringBuilder page = new StringBuilder(head(groups, records, filter, last));
        List<Group> shown = all ? groups : groups.stream().limit(SHOWN).toList();
        String[] lines = filter.resolved() ? resolved(shown) : open(shown);
        for (int i = 0; i < shown.size(); i++) {
            page.append(i == 0 ? "\n" + lines[0] + "\n" : "")
                    .append(lines[i + 1])
                    .append('\n')
                    .append(details(shown.get(i)));
        }
        return page.append(more(groups, shown)).append(next(groups, filter)).toString();
    }

    private String head(List<Group> groups, long records, Filter filter, List<NightCount> last) {
        if (groups.isEmpty()) {
            return nothing(filter) + "\n";
        }
        long entries = groups.stream().mapToLong(Group::entries).sum();
        String what = filter.resolved()
                ? say("隔離から出たもの %,d件（レコード %,d件）", "Left the quarantine: %,d, of %,d records")
                : say("隔離中 %,d件（レコード %,d件）", "In quarantine: %,d, of %,d records");
        String night = last.stream()
                .findFirst()
                .filter(count -> !filter.resolved())
                .map(this::night)
                .orElse("");
        return String.format(Locale.ROOT, what, entries, records) + night + "\n";
    }

    private String nothing(Filter filter) {
        return filter.equals(Filter.ALL)
                ? say("隔離されている行はありません。", "Nothing is in quarantine.")
                : say(
                        "条件に合うものはありません。条件なしの kenshin quarantine list で全体を見られます。",
                        "Nothing is like that. kenshin quarantine list without options shows everything.");
    }

    private String night(NightCount count) {
        return String.format(
                Locale.ROOT,
                say("。%s の夜: 新規 %,d件、解消 %,d件", "; night of %s: %,d new, %,d resolved"),
                count.asOf(),
                count.added(),
                count.resolved());
    }

    private String[] open(List<Group> groups) {
        AlignedTable table = new AlignedTable(Side.LEFT, Side.RIGHT, Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT);
        table.row(
                "",
                say("件数", "Count"),
                say("初回", "Since"),
                say("コード", "Code"),
                say("データ元", "Origin"),
                say("項目", "Field"));
        for (Group group : groups) {
            Entry example = group.example();
            table.row(
                    "Q" + group.number(),
                    count(group),
                    date(group.since()),
                    example.code(),
                    origin(example),
                    example.field());
        }
        return table.print().split("\n", -1);
    }

    private String[] resolved(List<Group> groups) {
        AlignedTable table =
                new AlignedTable(Side.LEFT, Side.RIGHT, Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT);
        table.row(
                "",
                say("件数", "Count"),
                say("初回", "Since"),
                say("解消", "Resolved"),
                say("コード", "Code"),
                say("データ元", "Origin"),
                say("項目", "Field"));
        for (Group group : groups) {
            Entry example = group.example();
            table.row(
                    "",
                    count(group),
                    date(group.since()),
                    date(group.until()),
                    example.code(),
                    origin(example),
                    example.field());
        }
        return table.print().split("\n", -1);
    }

    private static String count(Group group) {
        return String.format(Locale.ROOT, "%,d", group.entries());
    }

    private String date(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse(say("未記録", "not yet"));
    }

    private static String origin(Entry entry) {
        return entry.record().origin()
                + (entry.record().unread() ? "" : " → " + entry.record().mapping());
    }

    private String details(Group group) {
        Entry example = group.example();
        String one = example(group);
        String value =
                example.value().isEmpty() || example.reason().in(language).contains(example.value())
                        ? ""
                        : say("「%s」 ", "'%s' ").formatted(OneLine.of(example.value(), 40));
        String fix = example.fix().in(language);
        return wrapped.lines(
                        INDENT,
                        INDENT,
                        one + example.place() + "  " + value + example.reason().in(language))
                + (fix.isEmpty() ? "" : wrapped.lines(INDENT + "→ ", INDENT + "  ", fix));
    }

    private String example(Group group) {
        String of = group.values() > 1 ? say("（値 %,d種類）", " (of %,d values)").formatted(group.values()) : "";
        return group.entries() > 1 ? say("例%s ", "e.g.%s ").formatted(of) : "";
    }

    private String more(List<Group> groups, List<Group> shown) {
        long hidden =
                groups.stream().skip(shown.size()).mapToLong(Group::entries).sum();
        return hidden == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        say(
                                "\nほかに %,d 種類、%,d件。--all で全部を見られます。\n",
                                "\n%,d more kinds, %,d entries. --all shows them.\n"),
                        groups.size() - shown.size(),
                        hidden);
    }

    private String next(List<Group> groups, Filter filter) {
        return groups.isEmpty() || filter.resolved()
                ? ""
                : "\n"
                        + wrapped.lines(
                                "",
                                "",
                                say(
                                        "1件の詳細: kenshin quarantine show Q"
                                                + groups.get(0).number() + "  設定を直したら: kenshin quarantine replay",
                                        "One in full: kenshin quarantine show Q"
                                                + groups.get(0).number()
                                                + ". Once the configuration is mended: kenshin quarantine replay"));
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
