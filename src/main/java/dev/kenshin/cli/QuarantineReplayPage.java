package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.job.ReplayedQuarantine;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import dev.kenshin.quarantine.Entry;
import dev.kenshin.quarantine.Group;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What a replay did, or would do: what passes, what stays and why, and what to do next. */
final class QuarantineReplayPage {
    private static final int SHOWN = 5;
    private static final String INDENT = "      ";

    private final Language language;
    private final Wrapped wrapped;
    private final String job;
    private final boolean applied;

    QuarantineReplayPage(Language language, int width, String job, boolean applied) {
        this.language = language;
        this.wrapped = new Wrapped(width);
        this.job = job;
        this.applied = applied;
    }

    String of(ReplayedQuarantine replayed) {
        boolean ended = replayed.exitCode() == ExitCode.DONE || replayed.exitCode() == ExitCode.WARNINGS;
        return head(replayed)
                + section(
                        applied ? say("行になったもの", "Became rows") : say("行になるもの", "Would become rows"),
                        replayed.mended(),
                        false)
                + section(say("隔離のままのもの", "Still set aside"), replayed.kept(), true)
                + section(
                        applied
                                ? say("新しく隔離されたもの（これまでは行でした）", "Newly set aside (they were rows before)")
                                : say("新しく隔離されるもの（今は行です）", "Would be set aside (they are rows now)"),
                        replayed.fresh(),
                        true)
                + unread(replayed.unread())
                + (ended ? "\n" + next(replayed) : "");
    }

    private String head(ReplayedQuarantine replayed) {
        String words = applied
                ? say("隔離されていたレコード %,d件のうち %,d件が行になりました。", "Records set aside before: %,d. Became rows: %,d.")
                : say(
                        "隔離されているレコード %,d件のうち %,d件が、今の設定なら行になります。",
                        "Records set aside: %,d. With the configuration at hand, %,d of them would become rows.");
        return wrapped.lines("", "", String.format(Locale.ROOT, words, replayed.before(), replayed.passed()));
    }

    private String section(String title, List<Group> groups, boolean why) {
        if (groups.isEmpty()) {
            return "";
        }
        AlignedTable table = new AlignedTable(Side.RIGHT, Side.LEFT, Side.LEFT, Side.LEFT);
        List<Group> shown = groups.stream().limit(SHOWN).toList();
        shown.forEach(group -> table.row(
                String.format(Locale.ROOT, "  %,d", group.entries()),
                group.example().code(),
                group.example().record().origin() + " → "
                        + group.example().record().mapping(),
                group.example().field()));
        String[] lines = table.print().split("\n", -1);
        StringBuilder section = new StringBuilder("\n" + title + "\n");
        for (int i = 0; i < shown.size(); i++) {
            section.append(lines[i]).append('\n').append(example(shown.get(i), why));
        }
        int hidden = groups.size() - shown.size();
        return section.append(
                        hidden == 0
                                ? ""
                                : say("  ほか %,d 種類\n", "  %,d more kinds\n").formatted(hidden))
                .toString();
    }

    private String example(Group group, boolean why) {
        Entry entry = group.example();
        String one = group.entries() > 1 ? say("例 ", "e.g. ") : "";
        return wrapped.lines(
                        INDENT,
                        INDENT,
                        one + entry.place() + "  " + entry.reason().in(language))
                + (why ? wrapped.lines(INDENT + "→ ", INDENT + "  ", entry.fix().in(language)) : "");
    }

    private String unread(long unread) {
        return unread == 0
                ? ""
                : "\n"
                        + wrapped.lines(
                                "",
                                "",
                                String.format(
                                        Locale.ROOT,
                                        say(
                                                "読み取れなかった行が %,d件あり、取り込んだデータに残っていないため、ここでは扱えません。元データか読み取りの設定を直すと、次の"
                                                        + " kenshin run %s で読み直します。",
                                                "Not read: %,d. Nothing of these rows has landed, so they cannot be"
                                                        + " replayed. Mend the source, or how it is read, and the next"
                                                        + " kenshin run %s reads them again."),
                                        unread,
                                        job));
    }

    /** A command stands in a line of its own, to be copied. */
    private String next(ReplayedQuarantine replayed) {
        if (applied) {
            return replayed.scored() ? scoreAnew(replayed.asOf()) : goOn(replayed.asOf());
        }
        boolean nothing = replayed.passed() == 0 && replayed.fresh().isEmpty();
        return nothing
                ? wrapped.lines(
                        "",
                        "",
                        say(
                                "何も変わりません。上の「→」に従って設定を直してから、もう一度試してください。",
                                "Nothing would change. Mend the configuration as the arrows say, then try again."))
                : say("何も書き込んでいません。反映するには:", "Nothing was written. To do it:") + "\n  kenshin quarantine replay " + job
                        + " --apply\n";
    }

    private String scoreAnew(LocalDate date) {
        String words = say(
                "モデルに反映しました。スコアと公開した表には次の夜に入ります。データソースを読まずに今すぐ入れるには:",
                "The model has them; scores and published tables will have them after the next night. To have them now,"
                        + " without reading any source:");
        return wrapped.lines("", "", words) + "  kenshin backfill " + job + " --from " + date + " --to " + date
                + " --force\n";
    }

    /** A gate, most often, has stopped the night before it was scored. */
    private String goOn(LocalDate date) {
        String words = say(
                "モデルに反映しました。" + date + " の夜はまだ採点されていません。続けるには:",
                "The model has them. The night of " + date + " has not been scored yet. To go on with it:");
        return wrapped.lines("", "", words) + "  kenshin run " + job + " --as-of " + date + "\n";
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
