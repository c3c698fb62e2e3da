package dev.kenshin.job;

import dev.kenshin.job.Beginning.AlreadyComplete;
import dev.kenshin.ops.ExitCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Publishes the newest snapshot again, as its next revision, so that its histories show what a backfill has added. Only
 * where the night of that date is complete: a night that never ran, or stands half way, publishes them itself.
 */
final class Republication {
    private final Night night;
    private final StopOnSignal signal;
    private Optional<LocalDate> published = Optional.empty();

    Republication(Night night, StopOnSignal signal) {
        this.night = night;
        this.signal = signal;
    }

    int steps() {
        int publishing = new PublishSteps(night).count();
        return publishing == 0 ? 0 : 1 + publishing;
    }

    /** The snapshot that was published; empty where none was. */
    Optional<LocalDate> published() {
        return published;
    }

    /** @param computed the dates that were computed with the configuration at hand */
    ExitCode run(List<LocalDate> computed) throws SQLException {
        Optional<LocalDate> newest = newest();
        if (newest.isEmpty() || steps() == 0) {
            return ExitCode.DONE;
        }
        try (JobRepositoryDatabase database = JobRepositoryDatabase.of(night.plan(), night.home(), night.secrets())) {
            NightKey first = new NightKey(night.plan().job().name(), newest.get(), 1);
            String hash = night.plan().configuration().hash();
            Beginning beginning =
                    Beginning.of(database.repository(), first, hash, new NightRequest(newest.get(), false));
            return beginning instanceof AlreadyComplete complete
                            && (complete.sameConfiguration() || computed.contains(newest.get()))
                    ? publish(database, complete.night().next(), hash)
                    : ExitCode.DONE;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ExitCode publish(JobRepositoryDatabase database, NightKey key, String hash) throws Exception {
        MapJobRegistry jobs = new MapJobRegistry();
        TaskExecutorJobOperator operator = database.operator(jobs);
        Job job = job(night.revised(key), database, operator);
        jobs.register(job);
        JobExecution execution = operator.start(job, key.parameters(hash));
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            published = Optional.of(key.asOf());
            return ExitCode.DONE;
        }
        if (signal.stopping()) {
            return ExitCode.TERMINATED;
        }
        Failures.tellUntold(night.log(), execution);
        return Failures.exitCode(execution.getAllFailureExceptions());
    }

    private Job job(Night newest, JobRepositoryDatabase database, TaskExecutorJobOperator operator) {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(newest.connections());
        Steps steps = new Steps(database.repository(), transactions, newest.log(), step -> false);
        PublishSteps publishing = new PublishSteps(newest);
        FlowBuilder<SimpleFlow> flow = new FlowBuilder<>("publish again");
        flow.start(new MoverStep(newest).step(steps));
        publishing.forms(steps, new SyncTaskExecutor()).ifPresent(flow::next);
        publishing.show(steps).ifPresent(flow::next);
        return new JobBuilder(newest.plan().job().name(), steps.repository())
                .listener(signal.listener(operator))
                .start(flow.build())
                .end()
                .build();
    }

    private Optional<LocalDate> newest() throws SQLException {
        try (Connection connection = night.warehouse().connection()) {
            return Backfilled.snapshots(connection).stream().reduce((first, second) -> second);
        }
    }
}
