package dev.kenshin.job;

import dev.kenshin.score.Assessment;
import dev.kenshin.score.Escalation;
import dev.kenshin.warehouse.BulkWriter;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** Keeps what raised the risk on one as-of date, in place of what was there. */
final class EscalationWriter implements AutoCloseable {
    private final LocalDate asOf;
    private final PreviousAssessments before;
    private final BulkWriter writer;

    private EscalationWriter(LocalDate asOf, PreviousAssessments before, BulkWriter writer) {
        this.asOf = asOf;
        this.before = before;
        this.writer = writer;
    }

    static EscalationWriter replacing(Connection connection, LocalDate asOf, PreviousAssessments before)
            throws SQLException {
        Query.update(connection, "delete from score.escalation where as_of = ?", asOf);
        return new EscalationWriter(asOf, before, BulkWriter.into(connection, "score", "escalation"));
    }

    void write(Assessment assessment) throws SQLException {
        String account = assessment.health().accountId();
        for (Escalation each : assessment.escalations()) {
            writer.row(
                    asOf,
                    account,
                    each.rule(),
                    each.raisedTo(),
                    each.reason().ja(),
                    each.reason().en(),
                    before.since(account, each.rule(), asOf));
        }
    }

    @Override
    public void close() throws SQLException {
        writer.close();
    }
}
