package dev.kenshin.cli;

import dev.kenshin.cli.AlignedTable.Side;
import dev.kenshin.job.ComparedAccount;
import dev.kenshin.job.Comparison;
import dev.kenshin.job.Comparison.MeanMove;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** The page that tells a meeting what a year has changed. */
final class ComparisonPage {
    private static final int LISTED = 10;
    private static final int DECIMALS = 2;

    private final Comparison comparison;
    private final Language language;
    private final ComparisonTables tables;

    ComparisonPage(Comparison comparison, Language language) {
        this.comparison = comparison;
        this.language = language;
        this.tables = new ComparisonTables(comparison, language);
    }

    String print() {
        return say(
                        comparison.asOf() + " と " + comparison.with() + " の比較",
                        comparison.asOf() + " compared with " + comparison.with())
                + "\n\n" + tables.total()
                + "\n" + say("危険度", "Level") + "\n" + tables.parts(comparison.levels())
                + "\n" + tables.transitions()
                + "\n" + moves()
                + comparison
                        .by()
                        .map(by -> "\n" + by.in(language) + "\n" + tables.parts(comparison.groups()))
                        .orElse("")
                + (comparison.figures().isEmpty() ? "" : "\n" + tables.figures())
                + movers(say("大きく下がった顧客", "Largest falls"), comparison.down())
                + movers(say("大きく上がった顧客", "Largest rises"), comparison.up())
                + customers(say("新しい顧客", "New customers"), comparison.fresh(), ComparedAccount::now)
                + customers(say("いなくなった顧客", "Customers that left"), comparison.gone(), ComparedAccount::then);
    }

    /** Rounded so that they add up to the change that is shown. */
    private String moves() {
        String title = say(
                "平均の変化の理由(両方の日に健康度がある " + comparison.common() + " 社)",
                "Why the mean changed (" + comparison.common() + " accounts with a health on both dates)");
        if (comparison.meanChange().isEmpty()) {
            return title + "\n";
        }
        BigDecimal change = AddingUp.round(comparison.meanChange().getAsDouble(), DECIMALS);
        List<MeanMove> moves = comparison.moves();
        List<BigDecimal> points =
                AddingUp.to(change, moves.stream().map(MeanMove::points).toList());
        AlignedTable table = new AlignedTable(Side.LEFT, Side.RIGHT);
        BigDecimal others = change;
        for (int i = 0; i < Math.min(LISTED, moves.size()); i++) {
            table.row("  " + moves.get(i).label().in(language), ScoreTable.signed(points.get(i)));
            others = others.subtract(points.get(i));
        }
        if (moves.size() > LISTED) {
            table.row(say("  その他", "  Others"), ScoreTable.signed(others));
        }
        table.row(say("  合計", "  Sum"), ScoreTable.signed(change));
        return title + "\n" + table.print();
    }

    private String movers(String title, List<ComparedAccount> accounts) {
        AlignedTable table = new AlignedTable(Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT, Side.LEFT, Side.LEFT);
        for (ComparedAccount account : accounts.subList(0, Math.min(LISTED, accounts.size()))) {
            String levels = tables.level(account.then().level()) + " → "
                    + tables.level(account.now().level());
            table.row(
                    "  " + account.accountId(),
                    account.name(),
                    tables.health(account.then().health()) + " → "
                            + tables.health(account.now().health()),
                    ScoreTable.signed(AddingUp.round(account.change().orElseThrow(), 1)),
                    levels,
                    account.reason().map(this::reason).orElse(""));
        }
        return accounts.isEmpty() ? "" : "\n" + title + "\n" + table.print() + more(accounts.size());
    }

    private String reason(ComparedAccount.Reason reason) {
        String values = reason.values().in(language);
        return reason.label().in(language) + (values.isEmpty() ? "" : " " + values) + " ("
                + ScoreTable.signed(AddingUp.round(reason.points(), 1)) + ")";
    }

    private String customers(
            String title, List<ComparedAccount> accounts, Function<ComparedAccount, ComparedAccount.State> when) {
        AlignedTable table = new AlignedTable(Side.LEFT, Side.LEFT, Side.RIGHT, Side.LEFT, Side.RIGHT);
        for (ComparedAccount account : accounts.subList(0, Math.min(LISTED, accounts.size()))) {
            ComparedAccount.State state = when.apply(account);
            table.row(
                    "  " + account.accountId(),
                    account.name(),
                    tables.health(state.health()),
                    tables.level(state.level()),
                    tables.yen(state.arr()));
        }
        return accounts.isEmpty()
                ? ""
                : "\n" + title + " (" + accounts.size() + ")\n" + table.print() + more(accounts.size());
    }

    private String more(int accounts) {
        int left = accounts - LISTED;
        return left <= 0
                ? ""
                : say(
                        "  ほか " + left + " 社。すべては --format csv で見られます。\n",
                        "  and " + left + " more; --format csv shows them all.\n");
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(language);
    }
}
