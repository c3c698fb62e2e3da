package dev.kenshin.job;

import dev.kenshin.config.Secrets;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.gate.Acceptances;
import dev.kenshin.job.Beginning.Continued;
import dev.kenshin.job.Beginning.Overtaken;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLog;
import dev.kenshin.source.Pause;
import dev.kenshin.source.Source;
import dev.kenshin.usage.UsageFiles;
import dev.kenshin.warehouse.Warehouse;
import dev.kenshin.warehouse.WarehouseException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** One run of a night: opens what it needs, has Spring Batch go through the steps, closes everything again. */
final class NightExecution {
    private static final int SIDE_BY_SIDE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final NightPlan plan;
    private final Home home;
    private final Clock clock;
    private final Secrets secrets;
    private final RunLog log;
    private final String run;
    private final Pause pause;
    private final Acceptances accepted;
    private final Function<DataSource, DataSourceTransactionManager> transactions;

    NightExecution(
            NightPlan plan,
            Home home,
            Clock clock,
            Secrets secrets,
            RunLog log,
            String run,
            Pause pause,
            Acceptances accepted) {
        this(plan, home, clock, secrets, log, run, pause, accepted, DataSourceTransactionManager::new);
    }

    /** @param transactions over the connections to the warehouse */
    NightExecution(
            NightPlan plan,
            Home home,
            Clock clock,
            Secrets secrets,
            RunLog log,
            String run,
            Pause pause,
            Acceptances accepted,
            Function<DataSource, DataSourceTransactionManager> transactions) {
        this.plan = plan;
        this.home = home;
        this.clock = clock;
        this.secrets = secrets;
        this.log = log;
        this.run = run;
        this.pause = pause;
        this.accepted = accepted;
        this.transactions = transactions;
    }

    ExitCode run(JobRepositoryDatabase database, Beginning beginning, StopOnSignal signal) {
        MapJobRegistry jobs = new MapJobRegistry();
        TaskExecutorJobOperator operator = database.operator(jobs);
        Map<String, Source> sources = new LinkedHashMap<>();
        try (Warehouse warehouse = openWarehouse()) {
            open(sources);
            Occupant.enter(warehouse, beginning.night());
            if (beginning instanceof Overtaken overtaken) {
                log.problem("start", overtaken.problem());
            }
            Protections.unfinished(home).ifPresent(problem -> log.problem("start", problem));
            Night night = night(warehouse, beginning.night());
            Steps steps = steps(night, database, beginning);
            Job job = new NightlyJob(night, steps)
                    .job(sources, Steps.threads("beside", SIDE_BY_SIDE), signal.listener(operator));
            log.goOn(steps::isDone);
            log.doneUntold(beginning.done(database.repository()));
            jobs.register(job);
            JobExecution execution = start(operator, job, beginning);
            return new Verdict(night).of(execution, signal.stopping());
        } catch (Exception e) {
            Failures.tell(log, "start", e);
            return Failures.exitCode(List.of(e));
        } finally {
            sources.values().forEach(Source::close);
        }
    }

    private void open(Map<String, Source> sources) {
        Sources around = new Sources(
                plan.configuration(),
                plan.job(),
                clock,
                secrets,
                pause,
                Optional.of(home.secrets()),
                Protections.of(home, plan.configuration()));
        for (SourceConfig source : plan.sources()) {
            sources.put(source.name(), around.open(source));
        }
    }

    private Warehouse openWarehouse() {
        try {
            return Warehouse.open(home.warehouse(), readable());
        } catch (WarehouseException e) {
            throw Failures.cannotOpen(home, e);
        }
    }

    private JobExecution start(TaskExecutorJobOperator operator, Job job, Beginning beginning) throws Exception {
        return beginning instanceof Continued continued
                ? operator.restart(continued.restartable(operator))
                : operator.start(
                        job, beginning.night().parameters(plan.configuration().hash()));
    }

    private Steps steps(Night night, JobRepositoryDatabase database, Beginning beginning) {
        JobRepository repository = database.repository();
        return new Steps(
                repository, transactions.apply(night.connections()), log, step -> beginning.isDone(repository, step));
    }

    private Night night(Warehouse warehouse, NightKey key) {
        DataSource connections = warehouse.dataSource();
        return new Night(
                plan, key.asOf(), key.revision(), run, home, clock, secrets, warehouse, connections, log, accepted);
    }

    /** DuckDB may read the directories of the event files, and nothing else. */
    private List<Path> readable() {
        return plan.usage().stream()
                .flatMap(usage ->
                        UsageFiles.directory(usage, plan.configuration().base()).stream())
                .toList();
    }
}
