package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.job.Explanation.Component;
import dev.kenshin.job.Explanation.Gap;
import dev.kenshin.job.Explanation.Next;
import dev.kenshin.job.Explanation.Raise;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.util.stream.Collectors;

/** What would help: what brings the account to the next level, or to a health at all. */
final class NextSection {
    private final Language language;

    NextSection(Language language) {
        this.language = language;
    }

    String of(Next next) {
        String from = AddingUp.round(next.from(), 2).stripTrailingZeros().toPlainString();
        return new Text(
                                "レベルを上げるには(「" + next.label().ja() + "」は " + from + " 以上)",
                                "What would raise the level ('" + next.label().en() + "' begins at " + from + ")")
                        .in(language)
                + "\n" + inTheWay(next) + raises(next);
    }

    private String inTheWay(Next next) {
        if (next.inTheWay().isEmpty()) {
            return "";
        }
        String rules = next.inTheWay().stream()
                .map(rule -> "    " + rule.in(language) + "\n")
                .collect(Collectors.joining());
        return say("  まず、これがなくなること\n", "  First, this must cease\n")
                + rules
                + (next.onlyOverrides() ? say("  それだけで届きます。\n", "  Nothing else is needed.\n") : "");
    }

    private String raises(Next next) {
        if (!next.raises().isEmpty()) {
            String title = next.inTheWay().isEmpty()
                    ? say("  ほかが同じなら、次のどれか1つで届きます\n", "  Any one of these is enough, all else being equal\n")
                    : say("  そのうえで、次のどれか1つ\n", "  Then any one of these\n");
            return title + next.raises().stream().map(this::raise).collect(Collectors.joining());
        }
        return next.best()
                .map(best -> say("  1つだけで届くものはありません。最も近づくのは\n", "  No single one is enough; this one brings most\n")
                        + raise(best))
                .orElse("");
    }

    private String raise(Raise raise) {
        String scores = figure(raise.scoreNow(), 1) + " → " + figure(raise.scoreThen(), 1);
        String health = figure(raise.health(), 2);
        return "    " + raise.words().in(language) + "\n      "
                + say("点数 " + scores + "、健康度 " + health, "score " + scores + ", health " + health) + "\n";
    }

    String of(Gap gap) {
        String lacking = figure((gap.needed() - gap.coverage()) * 100, 2);
        AlignedTable table = new AlignedTable(Side.LEFT, Side.RIGHT, Side.LEFT);
        for (Component each : gap.lacking()) {
            table.row(
                    "  " + each.label().in(language),
                    figure(each.weight() * 100, 2) + "%",
                    each.statusWords().in(language));
        }
        return new Text(
                                "健康度が付くには、あと " + lacking + "% の重みに新しいデータが必要です。次の上から " + gap.enough() + " 件で足ります。",
                                "For a health, another " + lacking + "% of the weight needs fresh data; the first "
                                        + gap.enough() + " of these would do.")
                        .in(language)
                + "\n" + table.print();
    }

    private static String figure(double figure, int decimals) {
        return AddingUp.round(figure, decimals).toPlainString();
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
