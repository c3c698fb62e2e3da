package dev.kenshin.job;

import dev.kenshin.config.Secrets;
import dev.kenshin.job.DirectSteps.StepFailed;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.LogFile;
import dev.kenshin.ops.RunLock;
import dev.kenshin.ops.RunLog;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.TemporaryFiles;
import dev.kenshin.quarantine.QuarantineHistory;
import dev.kenshin.warehouse.Warehouse;
import dev.kenshin.warehouse.WarehouseException;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Maps what has landed by the configuration at hand, once a mapping or a crosswalk has been mended: what was set aside and
 * now passes becomes rows. By the night's own steps, so that the model is what the next night would make of it. Reads no
 * source; one run at a time per home.
 */
public final class QuarantineReplay {
    private static final String RECORD = "quarantine";
    /** Later than anything lands. */
    private static final LocalDateTime ALL = LocalDateTime.of(9999, 1, 1, 0, 0);

    private final NightPlan plan;
    private final Home home;
    private final Clock clock;
    private final Secrets secrets;
    private final Consumer<RunReport> watcher;

    /** @param watcher is told of every change in the run's report, which a trial does not keep */
    public QuarantineReplay(NightPlan plan, Home home, Clock clock, Secrets secrets, Consumer<RunReport> watcher) {
        this.plan = plan;
        this.home = home;
        this.clock = clock;
        this.secrets = secrets;
        this.watcher = watcher;
    }

    /**
     * Says what would become of the quarantine: all that has landed is mapped into a model in memory, and nothing is
     * written.
     *
     * @throws NightFailure if nothing has landed yet, or it cannot be mapped
     */
    public ReplayedQuarantine rehearse() throws IOException, SQLException {
        return locked((warehouse, date) -> {
            RunReport.Run run = describe(date);
            RunLog log = RunLog.unkept(home, clock, run, watcher);
            log.plan(ModelSteps.count(plan));
            Night night = night(warehouse, run, log);
            QuarantineState before = QuarantineState.of(warehouse, plan, date);
            Warehouse aside = warehouse.knownAt(ALL);
            Night there = night.at(date, aside, aside.dataSource());
            try {
                new ModelSteps(there, new DirectSteps(log, aside.dataSource())).run();
            } catch (StepFailed e) {
                throw Failures.explained(e)
                        .map(known -> (RuntimeException) known)
                        .orElse(e);
            }
            return before.compared(QuarantineState.entries(aside), ExitCode.DONE);
        });
    }

    /**
     * Brings the model up to date. Killed or stopped, the same call does the rest.
     *
     * @throws NightFailure if nothing has landed yet
     */
    public ReplayedQuarantine apply() throws IOException, SQLException {
        try (StopOnSignal signal = new StopOnSignal()) {
            return locked((warehouse, date) -> {
                RunReport.Run run = describe(date);
                RunLog log = new RunLog(home, clock, run, watcher);
                try (LogFile file = LogFile.open(home, run.id())) {
                    QuarantineState before = QuarantineState.of(warehouse, plan, date);
                    ExitCode code = apply(night(warehouse, run, log), signal);
                    log.ended(NightRunner.state(code), code);
                    return before.compared(QuarantineState.entries(warehouse), code);
                }
            });
        }
    }

    private static ExitCode apply(Night night, StopOnSignal signal) throws SQLException {
        Occupant.leave(night.warehouse());
        DirectSteps steps = new DirectSteps(night.log(), night.connections());
        night.log().plan(ModelSteps.count(night.plan()) + 1);
        try {
            new ModelSteps(night, steps).run();
            steps.once(RECORD, () -> new QuarantineRecord(night).write(RECORD, night.inTransaction()));
        } catch (StepFailed e) {
            return signal.stopping() ? ExitCode.TERMINATED : Failures.exitCode(List.of(e));
        }
        return night.log().findings().isEmpty() ? ExitCode.DONE : ExitCode.WARNINGS;
    }

    private interface Work {
        ReplayedQuarantine on(Warehouse warehouse, LocalDate date) throws IOException, SQLException;
    }

    private ReplayedQuarantine locked(Work work) throws IOException, SQLException {
        if (!Files.exists(home.warehouse())) {
            throw Landed.nothing(plan.job().name());
        }
        Optional<RunLock> lock = RunLock.tryAcquire(home);
        if (lock.isEmpty()) {
            return ReplayedQuarantine.locked();
        }
        try (RunLock held = lock.get();
                TemporaryFiles temporary = TemporaryFiles.of(home);
                Warehouse warehouse = openWarehouse()) {
            return work.on(warehouse, date(warehouse));
        }
    }

    /** The night that what comes and goes is recorded of: the one that landed last. */
    private LocalDate date(Warehouse warehouse) throws SQLException {
        try (Connection connection = warehouse.connection()) {
            LocalDate landed = Landed.newest(connection, plan)
                    .orElseThrow(() -> Landed.nothing(plan.job().name()));
            return QuarantineHistory.lastNight(connection)
                    .filter(landed::isBefore)
                    .orElse(landed);
        }
    }

    private Night night(Warehouse warehouse, RunReport.Run run, RunLog log) {
        return new Night(plan, run.asOf(), 1, run.id(), home, clock, secrets, warehouse, warehouse.dataSource(), log);
    }

    private RunReport.Run describe(LocalDate date) throws IOException {
        return NightRunner.describe(home, RunReport.REPLAY + plan.job().name(), date, 1, clock.instant());
    }

    private Warehouse openWarehouse() {
        try {
            return Warehouse.open(home.warehouse(), List.of());
        } catch (WarehouseException e) {
            throw Failures.cannotOpen(home, e);
        }
    }
}
