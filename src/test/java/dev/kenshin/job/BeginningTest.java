package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.job.Beginning.AlreadyComplete;
import dev.kenshin.job.Beginning.Continued;
import dev.kenshin.job.Beginning.Fresh;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

/** A job of two steps on a real job repository, of which the second fails if the test wants it to. */
class BeginningTest {
    private static final NightKey NIGHT = new NightKey("nightly", LocalDate.of(2026, 10, 31), 1);

    private final List<String> done = new ArrayList<>();
    private final MapJobRegistry jobs = new MapJobRegistry();
    private boolean failing;
    private JobRepositoryDatabase database;
    private JobRepository repository;
    private TaskExecutorJobOperator operator;
    private Job job;

    @BeforeEach
    void openRepository(@TempDir Path directory) throws Exception {
        database = JobRepositoryDatabase.open(directory.resolve("jobs"));
        repository = database.repository();
        operator = database.operator(jobs);
        job = new JobBuilder("nightly", repository)
                .start(step("one"))
                .next(step("two"))
                .build();
        jobs.register(job);
    }

    @AfterEach
    void closeRepository() {
        database.close();
    }

    @Test
    void unknownNight_isFresh() {
        assertThat(begin("a", false)).isEqualTo(new Fresh(NIGHT));
    }

    @Test
    void completeNight_isAlreadyComplete() throws Exception {
        start(NIGHT, "a");
        assertThat(begin("a", false)).isEqualTo(new AlreadyComplete(NIGHT, true));
        assertThat(begin("another configuration", false)).isEqualTo(new AlreadyComplete(NIGHT, false));
    }

    @Test
    void completeNightByForce_isTheNextRevision() throws Exception {
        start(NIGHT, "a");
        assertThat(begin("a", true)).isEqualTo(new Fresh(NIGHT.next()));
        start(NIGHT.next(), "a");
        assertThat(begin("a", false)).isEqualTo(new AlreadyComplete(NIGHT.next(), true));
        assertThat(begin("a", true)).isEqualTo(new Fresh(NIGHT.next().next()));
    }

    @Test
    void failedNight_goesOnAtTheStepThatFailed() throws Exception {
        fail(NIGHT, "a");
        goOn();
        assertThat(done).containsExactly("one", "two");
        assertThat(begin("a", false)).isInstanceOf(AlreadyComplete.class);
    }

    @Test
    void failedNight_knowsWhatIsDone() throws Exception {
        fail(NIGHT, "a");
        Beginning beginning = begin("a", false);
        assertThat(beginning.isDone(repository, "one")).isTrue();
        assertThat(beginning.isDone(repository, "two")).isFalse();
        assertThat(beginning.isDone(repository, "no such step")).isFalse();
    }

    @Test
    void failedNight_withAnotherConfiguration_isTheNextRevision() throws Exception {
        fail(NIGHT, "a");
        assertThat(begin("b", false)).isEqualTo(new Fresh(NIGHT.next()));
    }

    @Test
    void failedNightByForce_isTheNextRevision() throws Exception {
        fail(NIGHT, "a");
        assertThat(begin("a", true)).isEqualTo(new Fresh(NIGHT.next()));
    }

    @Test
    void otherNightsAndJobs_areNothingToIt() throws Exception {
        start(NIGHT, "a");
        NightKey sunday = new NightKey("nightly", NIGHT.asOf().plusDays(1), 1);
        NightKey weekly = new NightKey("weekly", NIGHT.asOf(), 1);
        assertThat(Beginning.of(repository, sunday, "a", new NightRequest(sunday.asOf(), false)))
                .isEqualTo(new Fresh(sunday));
        assertThat(Beginning.of(repository, weekly, "a", new NightRequest(weekly.asOf(), false)))
                .isEqualTo(new Fresh(weekly));
    }

    @Test
    void killedExecution_isRecoveredAndGoesOn() throws Exception {
        JobExecution dead = executionOf(NIGHT);
        stepOf(dead, "one", BatchStatus.STARTED);
        dead.setStatus(BatchStatus.STARTED);
        repository.update(dead);
        goOn();
        assertThat(done).containsExactly("one", "two");
    }

    @Test
    void executionKilledBeforeItsFirstStep_goesOn() throws Exception {
        executionOf(NIGHT);
        goOn();
        assertThat(done).containsExactly("one", "two");
    }

    @Test
    void nightKilledTwice_goesOnStill() throws Exception {
        JobExecution first = executionOf(NIGHT);
        stepOf(first, "one", BatchStatus.COMPLETED);
        first.setStatus(BatchStatus.STARTED);
        repository.update(first);
        JobInstance instance =
                ((Continued) begin("a", false)).restartable(operator).getJobInstance();

        ExecutionContext takenOver =
                repository.getJobExecutions(instance).get(0).getExecutionContext();
        JobExecution second = repository.createJobExecution(instance, NIGHT.parameters("a"), takenOver);
        stepOf(second, "two", BatchStatus.STOPPING);
        second.setStatus(BatchStatus.STOPPING);
        repository.update(second);
        goOn();
        assertThat(done).containsExactly("two");
    }

    @Test
    void instanceWithoutAnExecution_isFresh() throws Exception {
        repository.createJobInstance("nightly", NIGHT.parameters("a"));
        assertThat(begin("a", false)).isEqualTo(new Fresh(NIGHT));
        start(NIGHT, "a");
        assertThat(done).containsExactly("one", "two");
    }

    @Test
    void stepOfUnknownOutcome_isDoneAgain() throws Exception {
        JobExecution dead = executionOf(NIGHT);
        stepOf(dead, "one", BatchStatus.UNKNOWN);
        dead.setStatus(BatchStatus.UNKNOWN);
        repository.update(dead);
        goOn();
        assertThat(done).containsExactly("one", "two");
    }

    @Test
    void repositoryThatWasHalfCreated_isCreatedAnew(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("half");
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + file, "sa", "")) {
            connection.createStatement().execute("create table BATCH_JOB_INSTANCE (id int)");
        }
        try (JobRepositoryDatabase half = JobRepositoryDatabase.open(file)) {
            assertThat(Beginning.of(half.repository(), NIGHT, "a", new NightRequest(NIGHT.asOf(), false)))
                    .isEqualTo(new Fresh(NIGHT));
        }
    }

    @Test
    void repository_remembersAfterItWasClosed(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("again");
        try (JobRepositoryDatabase first = JobRepositoryDatabase.open(file)) {
            first.repository().createJobInstance("nightly", NIGHT.parameters("a"));
        }
        try (JobRepositoryDatabase second = JobRepositoryDatabase.open(file)) {
            assertThat(second.repository().getJobInstance("nightly", NIGHT.parameters("b")))
                    .isNotNull();
        }
    }

    private void goOn() throws Exception {
        failing = false;
        Beginning beginning = begin("a", false);
        assertThat(beginning).isInstanceOf(Continued.class);
        JobExecution execution = operator.restart(((Continued) beginning).restartable(operator));
        assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    private Beginning begin(String configuration, boolean force) {
        return Beginning.of(repository, NIGHT, configuration, new NightRequest(NIGHT.asOf(), force));
    }

    private void start(NightKey night, String configuration) throws Exception {
        assertThat(operator.start(job, night.parameters(configuration)).getStatus())
                .isEqualTo(BatchStatus.COMPLETED);
    }

    private void fail(NightKey night, String configuration) throws Exception {
        failing = true;
        assertThat(operator.start(job, night.parameters(configuration)).getStatus())
                .isEqualTo(BatchStatus.FAILED);
    }

    private JobExecution executionOf(NightKey night) {
        JobInstance instance = repository.createJobInstance(night.job(), night.parameters("a"));
        return repository.createJobExecution(instance, night.parameters("a"), new ExecutionContext());
    }

    private void stepOf(JobExecution execution, String name, BatchStatus status) {
        StepExecution step = repository.createStepExecution(name, execution);
        step.setStatus(status);
        repository.update(step);
    }

    private Step step(String name) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            if (failing && name.equals("two")) {
                                throw new IllegalStateException("as the test wants it");
                            }
                            done.add(name);
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .build();
    }
}
