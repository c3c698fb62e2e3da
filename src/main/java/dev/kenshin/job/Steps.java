package dev.kenshin.job;

import dev.kenshin.ops.RunLog;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.builder.TaskletStepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Makes steps whose transactions are the warehouse's. The job repository commits on its own, so that a step may run
 * again after what it did was kept; every step must come to the same then.
 */
final class Steps {
    private static final int CHUNK = 10_000;

    private final JobRepository repository;
    private final DataSourceTransactionManager transactions;
    private final RunLog log;
    private final Predicate<String> done;

    /** @param done whether a step was done by an earlier run of the night, so that this run passes over it */
    Steps(JobRepository repository, DataSourceTransactionManager transactions, RunLog log, Predicate<String> done) {
        this.repository = repository;
        this.transactions = transactions;
        this.log = log;
        this.done = done;
    }

    JobRepository repository() {
        return repository;
    }

    boolean isDone(String step) {
        return done.test(step);
    }

    /** What a step does in one transaction. */
    interface Action {
        void run() throws Exception;
    }

    /** A step that does all its work in one transaction. */
    Step once(String name, Action action) {
        return whole(name, action).build();
    }

    /** Such a step that is done again, although it was done, until the step {@code to} that it leads to is done as well. */
    Step onceMore(String to, String name, Action action) {
        return whole(name, action).allowStartIfComplete(!isDone(to)).build();
    }

    private TaskletStepBuilder whole(String name, Action action) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            action.run();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .listener(new StepWatch(log));
    }

    /** What a step does, given what an earlier step left in its execution context. */
    interface FollowUp {
        void run(ExecutionContext earlier) throws Exception;
    }

    /** A step that goes on from what {@code earlier} left behind, in this run or in one that was continued. */
    Step after(String name, String earlier, FollowUp action) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            JobInstance night = contribution
                                    .getStepExecution()
                                    .getJobExecution()
                                    .getJobInstance();
                            action.run(Objects.requireNonNull(repository.getLastStepExecution(night, earlier))
                                    .getExecutionContext());
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .listener(new StepWatch(log))
                .build();
    }

    /**
     * A step that reads items one by one and writes them in chunks, each in a transaction. It is done again, although it
     * was done, until the step {@code to} that it leads to is done as well.
     */
    <T> Step leading(String to, String name, CountedReader<T> reader, ItemWriter<T> writer) {
        return chunks(name, reader, writer).allowStartIfComplete(!isDone(to)).build();
    }

    /** A step that reads items one by one and writes them in chunks, each in a transaction. */
    <T> Step chunked(String name, CountedReader<T> reader, ItemWriter<T> writer) {
        return chunks(name, reader, writer).build();
    }

    /** A flow of one step, which is named like it. */
    static Flow flow(Step step) {
        return new FlowBuilder<SimpleFlow>(step.getName()).start(step).build();
    }

    /** Flows that run at the same time; what follows waits for all of them. */
    static Flow sideBySide(String name, List<Flow> flows, TaskExecutor executor) {
        return new FlowBuilder<SimpleFlow>(name)
                .split(executor)
                .add(flows.toArray(Flow[]::new))
                .build();
    }

    /** Threads for flows, so many at a time. */
    static TaskExecutor threads(String name, int limit) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(name + "-");
        threads.setConcurrencyLimit(limit);
        return threads;
    }

    private <T> ChunkOrientedStepBuilder<T, T> chunks(String name, CountedReader<T> reader, ItemWriter<T> writer) {
        KeptWork kept = new KeptWork(name, Objects.requireNonNull(transactions.getDataSource()), reader);
        ItemWriter<T> noting = chunk -> {
            writer.write(chunk);
            kept.add(chunk.size());
        };
        return new StepBuilder(name, repository)
                .<T, T>chunk(CHUNK).transactionManager(transactions).reader(reader).writer(noting).stream(reader)
                        .listener(new StepWatch(log))
                        .listener(kept);
    }
}
