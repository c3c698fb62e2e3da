package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.job.Explanation.Component;
import dev.kenshin.job.Explanation.Group;
import dev.kenshin.job.Explanation.Level;
import dev.kenshin.job.Explanation.Rule;
import dev.kenshin.job.Explanation.Score;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How a score adds up: its components by group, then the overrides, then health and level. */
final class ScoreSection {
    /** Data of yesterday are what a night normally gets. */
    private static final int WORTH_TELLING = 2;

    private final Score score;
    private final Language language;
    private final AlignedTable table =
            new AlignedTable(Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.LEFT);

    ScoreSection(Score score, Language language) {
        this.score = score;
        this.language = language;
    }

    String print() {
        return score.health().isPresent() ? known(new ShownScore(score)) : unknown();
    }

    private String known(ShownScore shown) {
        header(say("重み", "Weight"), say("増減", "Points"));
        for (Group group : score.groups()) {
            table.row(group.label().in(language), "", "", percent(shown.weight(group)), signed(shown.points(group)));
            for (Component each : group.components()) {
                component(each, percent(shown.weight(each)), signed(shown.points(each)));
            }
        }
        sum(shown);
        score.overrides().forEach(rule -> override(rule, shown));
        return say("健康度 ", "Health ") + shown.health() + "  " + level() + "\n" + basis() + "\n" + table.print() + "\n"
                + note();
    }

    /** 100, less what was lost; after the overrides, the health. */
    private void sum(ShownScore shown) {
        BigDecimal lost = shown.before().subtract(BigDecimal.valueOf(100));
        table.row("");
        table.row(say("合計", "Sum"), "", "", "100.00%", signed(lost));
        table.row(
                (score.overrides().isEmpty() ? say("健康度", "Health") : say("例外ルール適用前の健康度", "Health before overrides"))
                        + " = 100 " + (lost.signum() < 0 ? "- " : "+ ") + lost.abs(),
                "",
                "",
                "",
                shown.before().toPlainString());
    }

    private void override(Rule rule, ShownScore shown) {
        BigDecimal before = shown.before(rule);
        BigDecimal after = shown.after(rule);
        String effect = rule.effect()
                .map(words -> say("(", " (") + words.in(language) + ")")
                .orElse("");
        table.row(
                say("例外ルール: ", "Override: ") + rule.reason().in(language) + effect,
                "",
                "",
                "",
                signed(after.subtract(before)),
                after.equals(before) ? say("影響なし", "changes nothing") : before + " → " + after);
        if (rule.equals(score.overrides().get(score.overrides().size() - 1))) {
            table.row(say("健康度", "Health"), "", "", "", after.toPlainString());
        }
    }

    /** There are weights and scores, but they make no points. */
    private String unknown() {
        header(say("重み", "Weight"), "");
        for (Group group : score.groups()) {
            table.row(group.label().in(language));
            group.components().forEach(each -> component(each, percent(AddingUp.round(100 * each.weight(), 2)), ""));
        }
        return say("健康度 算出できません: 分かっていることが少なすぎます。", "Health unknown: too little is known.") + "\n" + basis() + "\n"
                + table.print() + changed();
    }

    private void header(String weight, String points) {
        table.row("", say("値", "Value"), say("点数", "Score"), weight, points);
    }

    private void component(Component component, String weight, String points) {
        String figure = component.score().isPresent()
                ? AddingUp.round(component.score().getAsDouble(), 1).toPlainString()
                : "-";
        table.row(
                "  " + component.label().in(language),
                component.shown().in(language),
                figure,
                weight,
                points,
                status(component));
    }

    private String status(Component component) {
        int age = component.dataAgeDays().orElse(0);
        String old = say(age + "日前のデータ", "data " + age + " days old");
        if (component.present()) {
            return age < WORTH_TELLING ? "" : old;
        }
        String words = component.statusWords().in(language);
        return component.status().startsWith("stale") ? words + say("、", ", ") + old : words;
    }

    private String level() {
        Level level = score.level();
        String name = level.label().in(language);
        if (level.below().isPresent()) {
            String below = plain(level.below().getAsDouble());
            String from = plain(level.from().orElse(0));
            return level.from().orElse(0) == 0
                    ? name + say("(" + below + "未満)", " (below " + below + ")")
                    : name + say("(" + from + "以上" + below + "未満)", " (from " + from + ", below " + below + ")");
        }
        return level.from().isPresent()
                ? name
                        + say(
                                "(" + plain(level.from().getAsDouble()) + "以上)",
                                " (from " + plain(level.from().getAsDouble()) + ")")
                : name;
    }

    private String basis() {
        String coverage = share(score.coverage());
        String needed = score.minimumCoverage().isPresent()
                ? say("、採点には", "; ")
                        + share(score.minimumCoverage().getAsDouble())
                        + say("必要", " is needed for a score")
                : "";
        return say(
                        "  スコアカード「" + score.label().ja() + "」",
                        "  Scorecard '" + score.label().en() + "'")
                + say("、カバー率 ", ", coverage ")
                + coverage
                + say("(新しいデータがあった重みの割合", " (the share of the weight that had fresh data")
                + needed + ")\n";
    }

    private String note() {
        return say(
                        "増減 = 重み × (点数 - 100)。重みは、データのない項目を除いて配分し直したもの。\n" + "表示の数字どうしで足し算がぴったり合うように、最後の桁を丸めています。\n",
                        "Points = weight × (score - 100). Weights are what is left once components without data are out.\n"
                                + "Last digits are rounded so that the figures shown add up exactly.\n")
                + changed();
    }

    private String changed() {
        return score.changedSince()
                ? say(
                        "このスコアカードは採点の後に変更されています。名前と条件は現在の設定のものです。\n",
                        "The scorecard has changed since then; names and bounds are those of today's configuration.\n")
                : "";
    }

    static String signed(BigDecimal points) {
        return points.signum() > 0 ? "+" + points.toPlainString() : points.toPlainString();
    }

    private static String percent(BigDecimal figure) {
        return figure.toPlainString() + "%";
    }

    /** Rounded down, so that a coverage that is too low never looks like enough. */
    private static String share(double share) {
        return BigDecimal.valueOf(share * 100)
                        .setScale(6, RoundingMode.HALF_UP)
                        .setScale(1, RoundingMode.DOWN)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? String.format(Locale.ROOT, "%.0f", bound) : Double.toString(bound);
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
