package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.job.Comparison;
import dev.kenshin.job.Comparison.Figure;
import dev.kenshin.job.Comparison.Part;
import dev.kenshin.job.Comparison.Summary;
import dev.kenshin.job.Comparison.Transition;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The tables of a comparison: then, now and the difference beside one another. */
final class ComparisonTables {
    private static final String NONE = "-";

    private final Comparison comparison;
    private final Language language;

    ComparisonTables(Comparison comparison, Language language) {
        this.comparison = comparison;
        this.language = language;
    }

    String total() {
        Summary then = comparison.total().then();
        Summary now = comparison.total().now();
        AlignedTable table = new AlignedTable(Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT);
        table.row("", comparison.with().toString(), comparison.asOf().toString(), say("差", "change"));
        count(table, say("顧客", "Accounts"), then.accounts(), now.accounts());
        count(table, say("健康度あり", "With a health"), then.scored(), now.scored());
        healths(table, say("健康度の平均", "Health, mean"), then.mean(), now.mean());
        healths(table, say("健康度の中央値", "Health, median"), then.median(), now.median());
        table.row(say("ARR(円)", "ARR (yen)"), yen(then.arr()), yen(now.arr()), signedYen(now.arr() - then.arr()));
        return table.print();
    }

    /** A line a part: accounts, mean health and ARR, each then and now. */
    String parts(List<Part> parts) {
        Side[] sides = new Side[7];
        Arrays.fill(sides, Side.RIGHT);
        sides[0] = Side.LEFT;
        AlignedTable table = new AlignedTable(sides);
        table.row(
                "",
                say("社数", "accounts"),
                say("→ 現在", "→ now"),
                say("平均", "mean"),
                say("→ 現在", "→ now"),
                say("ARR(円)", "ARR (yen)"),
                say("→ 現在", "→ now"));
        for (Part part : parts) {
            table.row(
                    "  " + part.label().in(language),
                    String.valueOf(part.then().accounts()),
                    String.valueOf(part.now().accounts()),
                    health(part.then().mean()),
                    health(part.now().mean()),
                    yen(part.then().arr()),
                    yen(part.now().arr()));
        }
        return table.print();
    }

    /** From the levels at the left to those at the top. */
    String transitions() {
        List<Part> levels = comparison.levels();
        Side[] sides = new Side[levels.size() + 1];
        Arrays.fill(sides, Side.RIGHT);
        sides[0] = Side.LEFT;
        AlignedTable table = new AlignedTable(sides);
        String[] head = new String[levels.size() + 1];
        head[0] = say("から(縦)へ(横)", "from (down) to (across)");
        for (int i = 0; i < levels.size(); i++) {
            head[i + 1] = levels.get(i).label().in(language);
        }
        table.row(head);
        for (Part from : levels) {
            String[] cells = new String[levels.size() + 1];
            cells[0] = "  " + from.label().in(language);
            for (int i = 0; i < levels.size(); i++) {
                cells[i + 1] = count(from.name(), levels.get(i).name());
            }
            table.row(cells);
        }
        return table.print();
    }

    String figures() {
        Side[] sides = new Side[9];
        Arrays.fill(sides, Side.RIGHT);
        sides[0] = Side.LEFT;
        AlignedTable table = new AlignedTable(sides);
        table.row(
                say("指標", "Metric"),
                say("値のある社数", "known"),
                say("→ 現在", "→ now"),
                say("平均", "mean"),
                say("→ 現在", "→ now"),
                say("中央値", "median"),
                say("→ 現在", "→ now"),
                say("点数", "score"),
                say("→ 現在", "→ now"));
        for (Figure figure : comparison.figures()) {
            table.row(
                    "  " + figure.label().in(language),
                    String.valueOf(figure.then().known()),
                    String.valueOf(figure.now().known()),
                    value(figure, figure.then().mean()),
                    value(figure, figure.now().mean()),
                    value(figure, figure.then().median()),
                    value(figure, figure.now().median()),
                    health(figure.scoreThen()),
                    health(figure.scoreNow()));
        }
        return table.print();
    }

    /** The name of a level as people say it. */
    String level(String name) {
        return comparison.levels().stream()
                .filter(level -> level.name().equals(name))
                .findFirst()
                .map(level -> level.label().in(language))
                .orElse(name);
    }

    String health(OptionalDouble health) {
        return health.isPresent() ? AddingUp.round(health.getAsDouble(), 1).toPlainString() : NONE;
    }

    String yen(double yen) {
        return String.format(Locale.ROOT, "%,.0f", yen);
    }

    private static String signedYen(double yen) {
        return String.format(Locale.ROOT, "%+,.0f", yen);
    }

    private String value(Figure figure, OptionalDouble value) {
        return value.isPresent() ? figure.shown(value.getAsDouble()).in(language) : NONE;
    }

    private String count(String from, String to) {
        return comparison.transitions().stream()
                .filter(each -> each.from().equals(from) && each.to().equals(to))
                .map(Transition::accounts)
                .map(accounts -> accounts == 0 ? "." : String.valueOf(accounts))
                .findFirst()
                .orElse(".");
    }

    private static void count(AlignedTable table, String label, int then, int now) {
        table.row(label, String.valueOf(then), String.valueOf(now), String.format(Locale.ROOT, "%+d", now - then));
    }

    private void healths(AlignedTable table, String label, OptionalDouble then, OptionalDouble now) {
        boolean both = then.isPresent() && now.isPresent();
        String change = both
                ? ScoreTable.signed(
                        AddingUp.round(now.getAsDouble(), 1).subtract(AddingUp.round(then.getAsDouble(), 1)))
                : NONE;
        table.row(label, health(then), health(now), change);
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
