package dev.kenshin.job;

import dev.kenshin.config.Secrets;
import dev.kenshin.gate.Acceptances;
import dev.kenshin.job.Beginning.AlreadyComplete;
import dev.kenshin.job.NightResult.Work;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.LogFile;
import dev.kenshin.ops.RunLock;
import dev.kenshin.ops.RunLog;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunReports;
import dev.kenshin.ops.RunState;
import dev.kenshin.ops.TemporaryFiles;
import dev.kenshin.source.Pause;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Runs a night, or goes on with one: the same call does the right thing whatever happened before.
 */
public final class NightRunner {
    private final NightPlan plan;
    private final RunLock lock;
    private final Home home;
    private final Clock clock;
    private final Secrets secrets;
    private final Consumer<RunReport> watcher;
    private final Pause pause;

    /**
     * @param lock of the home that the night is of; whoever took it gives it back
     * @param watcher is told of every change in the run's report
     */
    public NightRunner(NightPlan plan, RunLock lock, Clock clock, Secrets secrets, Consumer<RunReport> watcher) {
        this(plan, lock, clock, secrets, watcher, Pause.real());
    }

    /** @param pause waits for sources that are not ready yet */
    NightRunner(NightPlan plan, RunLock lock, Clock clock, Secrets secrets, Consumer<RunReport> watcher, Pause pause) {
        this.plan = plan;
        this.lock = lock;
        this.home = lock.home();
        this.clock = clock;
        this.secrets = secrets;
        this.watcher = watcher;
        this.pause = pause;
    }

    /**
     * Runs until the night is published, or something stops it; everything is closed when this returns.
     *
     * @throws NightFailure if the disk has no room, the job repository cannot be reached, or an unfinished night's warehouse
     *     cannot be opened; nothing has been done then
     */
    public NightResult run(NightRequest request) throws IOException {
        try {
            return opened(request);
        } catch (IOException | RuntimeException e) {
            NoRoom.check(e, home);
            throw e;
        }
    }

    private NightResult opened(NightRequest request) throws IOException {
        // A process that was asked to end does so as soon as the signal is closed.
        try (StopOnSignal signal = new StopOnSignal();
                Closeable sealed = lock::seal;
                TemporaryFiles temporary = TemporaryFiles.of(home);
                JobRepositoryDatabase database = JobRepositoryDatabase.of(plan, home, secrets)) {
            NightKey first = new NightKey(plan.job().name(), request.asOf(), 1);
            Beginning found = Beginning.of(
                    database.repository(), first, plan.configuration().hash(), request);
            Beginning beginning = Occupant.check(found, database.repository(), home);
            return beginning instanceof AlreadyComplete complete
                    ? leave(complete)
                    : new NightResult(run(database, beginning, signal, request.accepted()), Work.DONE);
        }
    }

    private NightResult leave(AlreadyComplete complete) throws IOException {
        NightKey night = complete.night();
        new RunReports(home).complete(night.job(), night.asOf(), night.revision());
        return new NightResult(
                ExitCode.DONE, complete.sameConfiguration() ? Work.NONE : Work.NONE_WITH_THIS_CONFIGURATION);
    }

    private ExitCode run(JobRepositoryDatabase database, Beginning beginning, StopOnSignal signal, Acceptances accepted)
            throws IOException {
        NightKey night = beginning.night();
        RunReport.Run run = describe(home, night.job(), night.asOf(), night.revision(), clock.instant());
        RunLog log = new RunLog(home, clock, run, watcher);
        try (LogFile file = LogFile.open(home, run.id())) {
            NightExecution execution =
                    new NightExecution(plan, home, clock, secrets, log, run.id(), signal.pause(pause), accepted);
            ExitCode code = execution.run(database, beginning, signal);
            log.ended(state(code), code);
            return code;
        }
    }

    static RunReport.Run describe(Home home, String job, LocalDate asOf, long revision, Instant start)
            throws IOException {
        String id = new RunReports(home).nextId(start);
        return new RunReport.Run(
                id, job, asOf, revision, ProcessHandle.current().pid(), start);
    }

    static RunState state(ExitCode code) {
        return switch (code) {
            case DONE -> RunState.DONE;
            case WARNINGS -> RunState.WARNINGS;
            case TERMINATED -> RunState.STOPPED;
            default -> RunState.FAILED;
        };
    }
}
