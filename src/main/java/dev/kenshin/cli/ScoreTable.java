package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.job.Explanation.Component;
import dev.kenshin.job.Explanation.Group;
import dev.kenshin.job.Explanation.Rule;
import dev.kenshin.job.Explanation.Score;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.math.BigDecimal;

/** How a score adds up: its components by group, their sum, then the overrides down to the health. */
final class ScoreTable {
    /** Data of yesterday are what a night normally gets. */
    private static final int WORTH_TELLING = 2;

    private final Score score;
    private final Language language;
    private final int width;
    private final AlignedTable table =
            new AlignedTable(Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.LEFT);

    ScoreTable(Score score, Language language, int width) {
        this.score = score;
        this.width = width;
        this.language = language;
    }

    String print() {
        if (score.health().isPresent()) {
            known(new ShownScore(score));
        } else {
            unknown();
        }
        return table.printWithin(width);
    }

    static String signed(BigDecimal points) {
        return points.signum() > 0 ? "+" + points.toPlainString() : points.toPlainString();
    }

    private void known(ShownScore shown) {
        if (score.beforeOverrides().isPresent()) {
            computed(shown);
        } else {
            unknown();
        }
        for (Rule rule : score.overrides()) {
            override(rule, shown.before(rule), shown.after(rule));
        }
        if (!score.overrides().isEmpty()) {
            table.row(health(), "", "", "", shown.health().toPlainString());
        }
    }

    private void computed(ShownScore shown) {
        header(say("増減", "Points"));
        for (Group group : score.groups()) {
            table.row(group.label().in(language), "", "", percent(shown.weight(group)), signed(shown.points(group)));
            for (Component each : group.components()) {
                component(each, percent(shown.weight(each)), signed(shown.points(each)));
            }
        }
        table.row("");
        sum(shown.before());
    }

    /** There are weights and scores, but they make no points. */
    private void unknown() {
        header("");
        for (Group group : score.groups()) {
            table.row(group.label().in(language));
            group.components().forEach(each -> component(each, percent(AddingUp.round(100 * each.weight(), 2)), ""));
        }
    }

    private void header(String points) {
        table.row("", say("値", "Value"), say("点数", "Score"), say("重み", "Weight"), points);
    }

    private void component(Component component, String weight, String points) {
        String figure = component.score().isPresent()
                ? AddingUp.round(component.score().getAsDouble(), 1).toPlainString()
                : "-";
        String label = "  " + component.label().in(language);
        table.row(label, component.shown().in(language), figure, weight, points, status(component));
    }

    /** Nothing, where the value is known and of today or yesterday. */
    private String status(Component component) {
        int age = component.dataAgeDays().orElse(0);
        String old = component.old() && component.dataAgeDays().isEmpty()
                ? say("データなし", "no data")
                : say(age + "日前のデータ", "data " + age + " days old");
        if (component.present()) {
            return age < WORTH_TELLING ? "" : old;
        }
        String words = component.statusWords().in(language);
        return component.old() ? words + say("、", ", ") + old : words;
    }

    private void sum(BigDecimal before) {
        BigDecimal lost = before.subtract(BigDecimal.valueOf(100));
        table.row(say("合計", "Sum"), "", "", "100.00%", signed(lost));
        String name = score.overrides().isEmpty() ? health() : say("例外ルール適用前の健康度", "Health before overrides");
        table.row(name + " = 100 - " + lost.negate().toPlainString(), "", "", "", before.toPlainString());
    }

    /** The reason stands last, where it may be long without driving the columns apart. */
    private void override(Rule rule, BigDecimal before, BigDecimal after) {
        BigDecimal points = after.subtract(before);
        String effect = rule.effect()
                .map(words -> say("(", " (") + words.in(language) + ")")
                .orElse("");
        String change = points.signum() == 0 ? say("影響なし", "changes nothing") : before + " → " + after;
        String reason = rule.reason().in(language);
        table.row(say("例外ルール", "Override") + effect, "", "", "", signed(points), change + "  " + reason);
    }

    private String health() {
        return say("健康度", "Health");
    }

    private static String percent(BigDecimal figure) {
        return figure.toPlainString() + "%";
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
