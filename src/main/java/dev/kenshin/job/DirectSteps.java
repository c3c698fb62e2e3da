package dev.kenshin.job;

import dev.kenshin.ops.RunLog;
import dev.kenshin.ops.RunState;
import dev.kenshin.ops.StepName;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does steps one after the other, each as soon as it is asked for, and tells the run's report. What was done is told by
 * the warehouse itself, so that nobody need remember it as Spring Batch does for a night.
 */
final class DirectSteps {
    private final RunLog log;
    private final DataSource connections;

    /** @param connections to the database that steps write to */
    DirectSteps(RunLog log, DataSource connections) {
        this.log = log;
        this.connections = connections;
    }

    /** The same steps on another database. */
    DirectSteps on(DataSource others) {
        return new DirectSteps(log, others);
    }

    /** A step of one transaction. */
    void once(String name, Steps.Action action) {
        step(name, () -> inTransaction(action));
    }

    /** A step that makes its transactions itself. */
    void step(String name, Steps.Action action) {
        new StepName(name).begin();
        log.stepStarted(name);
        try {
            action.run();
            log.stepEnded(name, RunState.DONE);
        } catch (Exception e) {
            Failures.tell(log, name, e);
            log.stepEnded(name, RunState.FAILED);
            throw new StepFailed(e);
        } finally {
            StepName.end();
        }
    }

    void inTransaction(Steps.Action action) {
        new TransactionTemplate(new DataSourceTransactionManager(connections)).executeWithoutResult(status -> {
            try {
                action.run();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** A step failed, and the report says why. */
    static final class StepFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        StepFailed(Exception cause) {
            super(cause);
        }
    }
}
