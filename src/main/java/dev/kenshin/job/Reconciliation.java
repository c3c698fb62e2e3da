package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.BulkWriter;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what there was with what the warehouse holds: a chunk may be lost although the step reports success. What was
 * compared is kept by as-of date.
 */
final class Reconciliation {
    static final String LAND = "land";
    static final String MAP = "map";
    static final String USE = "use";
    static final String SCORE = "score";
    static final String PUBLISH = "publish";

    private final LocalDate asOf;
    private final List<Figure> figures = new ArrayList<>();

    Reconciliation(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** Something that was counted where it came from, and where it went to. */
    record Figure(String stage, String subject, String name, long expected, long found) {

        boolean differs() {
            return expected != found;
        }

        private Problem problem(Text fix) {
            return Problem.error(
                    "KEN-J60",
                    new Location.Named(stage + " " + subject),
                    new Text(
                            "件数が合いません（%s）: 「%d」件のはずが「%d」件です。公開せずに止めました。".formatted(name, expected, found),
                            "the numbers do not add up (%s): there should be '%d', and there are '%d'; nothing was published."
                                    .formatted(name, expected, found)),
                    fix);
        }
    }

    void add(String stage, String subject, String name, long expected, long found) {
        figures.add(new Figure(stage, subject, name, expected, found));
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** Keeps the figures in place of those of the same date and subjects, in the transaction at hand. */
    void keep(Connection connection) throws SQLException {
        for (Figure each : figures) {
            Query.update(
                    connection,
                    "delete from ops.reconciliation where as_of = ? and stage = ? and subject = ?",
                    asOf,
                    each.stage(),
                    each.subject());
        }
        try (BulkWriter writer = BulkWriter.into(connection, "ops", "reconciliation")) {
            for (Figure each : figures) {
                writer.row(
                        asOf,
                        each.stage(),
                        each.subject(),
                        each.name(),
                        each.expected(),
                        each.found(),
                        each.found() - each.expected());
            }
        }
    }

    /**
     * Fails if anything differs.
     *
     * @param fix what to do then
     */
    void check(Text fix) {
        List<Problem> problems = figures.stream()
                .filter(Figure::differs)
                .map(figure -> figure.problem(fix))
                .toList();
        if (!problems.isEmpty()) {
            throw new NightFailure(ExitCode.FAILED, problems);
        }
    }

    static void check(String what, long read, long kept) {
        if (read != kept) {
            throw lost(what, read, kept);
        }
    }

    /** Of what was read not everything was kept. */
    static NightFailure lost(String what, long read, long kept) {
        return new NightFailure(
                ExitCode.FAILED,
                List.of(Problem.error(
                        "KEN-J04",
                        new Location.Named(what),
                        new Text(
                                "読み取りは「%d」件ですが、保存されたのは「%d」件です。".formatted(read, kept),
                                "'%d' rows were read, but '%d' were kept.".formatted(read, kept)),
                        new Text("同じコマンドでもう一度実行してください。", "Run the same command again."))));
    }
}
