package dev.kenshin.gate;

import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.BulkWriter;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Keeps what the gates measured on each date: {@code ops.gate}. */
public final class GateTable {
    private GateTable() {}

    /** What a step judged on that date, in place of what it judged before. */
    public static void replace(Connection conn, LocalDate asOf, String step, List<Judgement> judgements)
            throws SQLException {
        Query.update(conn, "delete from ops.gate where as_of = ? and step = ?", asOf, step);
        try (BulkWriter writer = BulkWriter.into(conn, "ops", "gate")) {
            for (Judgement judgement : judgements) {
                write(writer, asOf, step, judgement);
            }
        }
    }

    /** Forgets what steps judged on that date that the job no longer has. */
    public static void keepOnly(Connection conn, LocalDate asOf, Collection<String> steps) throws SQLException {
        Query.update(
                conn,
                "delete from ops.gate where as_of = ? and step not in (select unnest(?::varchar[]))",
                asOf,
                conn.createArrayOf("varchar", steps.toArray()));
    }

    /** The last date before of which a person has accepted what the gate found of the subject. */
    public static Optional<LocalDate> lastAccepted(Connection conn, Gate gate, String subject, LocalDate before)
            throws SQLException {
        return Query.first(
                conn,
                row -> row.getObject(1, LocalDate.class),
                "select as_of from ops.gate where gate = ? and subject = ? and outcome = ? and as_of < ?"
                        + " order by as_of desc limit 1",
                gate.word(),
                subject,
                Outcome.ACCEPTED.word(),
                before);
    }

    private static void write(BulkWriter writer, LocalDate asOf, String step, Judgement judgement) throws SQLException {
        Text words = judgement.problem().map(Problem::message).orElse(judgement.note());
        writer.row(
                asOf,
                step,
                judgement.gate().word(),
                judgement.gate().code(),
                judgement.subject(),
                number(judgement.measured()),
                judgement.gate().unit().word(),
                number(judgement.expected()),
                number(judgement.limits().warn()),
                number(judgement.limits().block()),
                judgement.outcome().word(),
                words.ja(),
                words.en());
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
