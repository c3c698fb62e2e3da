package dev.kenshin.job;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Fails a step of which some chunk was not kept. Spring Batch takes one whose transaction was rolled back without an
 * exception for one that was committed, so each transaction notes in the warehouse what it has done, and the notes are
 * counted afterwards. A step of one transaction Spring Batch fails by itself then.
 */
final class KeptWork implements StepExecutionListener {
    private static final String ADD = "insert into ops.kept (step, items) values (?, ?)"
            + " on conflict (step) do update set items = kept.items + excluded.items";

    private final String step;
    private final DataSource connections;
    private final CountedReader<?> reader;

    /** @param connections to the warehouse */
    KeptWork(String step, DataSource connections, CountedReader<?> reader) {
        this.step = step;
        this.connections = connections;
        this.reader = reader;
    }

    @Override
    public void beforeStep(StepExecution execution) {
        try (Connection connection = connections.getConnection()) {
            Query.update(connection, "delete from ops.kept where step = ?", step); // of a run that was continued
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Notes items in the transaction that keeps them. */
    void add(long items) throws SQLException {
        Query.update(DataSourceUtils.getConnection(connections), ADD, step, items);
    }

    @Override
    public ExitStatus afterStep(StepExecution execution) {
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            return execution.getExitStatus();
        }
        try {
            long kept = kept();
            if (kept == reader.given()) {
                return execution.getExitStatus();
            }
            reader.lost();
            return failed(execution, Reconciliation.lost(step, reader.given(), kept));
        } catch (RuntimeException e) { // which Spring Batch would write to the log, and go on
            return failed(execution, e);
        }
    }

    private static ExitStatus failed(StepExecution execution, RuntimeException why) {
        execution.addFailureException(why);
        execution.setStatus(BatchStatus.FAILED);
        return ExitStatus.FAILED;
    }

    /** What the last execution of a step has kept, unless that night has been reconciled since. */
    static long items(Connection connection, String step) throws SQLException {
        return Query.number(connection, "select items from ops.kept where step = ?", step);
    }

    private long kept() {
        try (Connection connection = connections.getConnection()) {
            return items(connection, step);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
