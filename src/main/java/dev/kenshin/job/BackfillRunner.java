package dev.kenshin.job;

import dev.kenshin.config.Secrets;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.LogFile;
import dev.kenshin.ops.RunLock;
import dev.kenshin.ops.RunLog;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.TemporaryFiles;
import dev.kenshin.warehouse.Warehouse;
import dev.kenshin.warehouse.WarehouseException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs a backfill, or goes on with one that was stopped: the same call computes the dates that are missing. Nothing is
 * extracted. One run at a time per home.
 */
public final class BackfillRunner {
    private final NightPlan plan;
    private final Home home;
    private final Clock clock;
    private final Secrets secrets;
    private final Consumer<RunReport> watcher;

    /** @param watcher is told of every change in the run's report */
    public BackfillRunner(NightPlan plan, Home home, Clock clock, Secrets secrets, Consumer<RunReport> watcher) {
        this.plan = plan;
        this.home = home;
        this.clock = clock;
        this.secrets = secrets;
        this.watcher = watcher;
    }

    /**
     * Runs until all dates are there and the histories are published, or something stops it.
     *
     * @throws NightFailure if it cannot begin: the home cannot be used, nothing has landed yet, or not for these dates
     */
    public BackfillResult run(BackfillRequest request) throws IOException, SQLException {
        Optional<RunLock> lock = Admission.to(home);
        if (lock.isEmpty()) {
            return BackfillResult.locked();
        }
        try {
            return run(request, lock.get());
        } catch (IOException | SQLException | RuntimeException e) {
            NoRoom.check(e, home);
            throw e;
        }
    }

    private BackfillResult run(BackfillRequest request, RunLock lock) throws IOException, SQLException {
        try (StopOnSignal signal = new StopOnSignal();
                RunLock held = lock;
                TemporaryFiles temporary = TemporaryFiles.of(home);
                Warehouse warehouse = openWarehouse()) {
            Landed.check(warehouse, plan, request);
            return run(request, warehouse, signal);
        }
    }

    private BackfillResult run(BackfillRequest request, Warehouse warehouse, StopOnSignal signal)
            throws IOException, SQLException {
        List<LocalDate> missing;
        boolean unpublished;
        try (Connection connection = warehouse.connection()) {
            missing = missing(connection, request);
            unpublished = Backfilled.isUnpublished(connection);
        }
        if (missing.isEmpty() && !unpublished) {
            return new BackfillResult(ExitCode.DONE, List.of(), request.dates().size(), Optional.empty());
        }
        RunReport.Run run =
                NightRunner.describe(home, RunReport.BACKFILL + plan.job().name(), request.to(), 1, clock.instant());
        RunLog log = new RunLog(home, clock, run, watcher);
        try (LogFile file = LogFile.open(home, run.id())) {
            Night night = new Night(
                    plan, request.to(), 1, run.id(), home, clock, secrets, warehouse, warehouse.dataSource(), log);
            BackfillResult result = new BackfillExecution(night, request, signal).run(missing);
            log.ended(NightRunner.state(result.exitCode()), result.exitCode());
            return result;
        }
    }

    private List<LocalDate> missing(Connection connection, BackfillRequest request) throws SQLException {
        String key = request.key(plan.configuration().hash());
        Set<LocalDate> there =
                request.force() ? Backfilled.unfinished(connection, key) : Backfilled.snapshots(connection);
        return request.dates().stream().filter(date -> !there.contains(date)).toList();
    }

    private Warehouse openWarehouse() {
        UnfinishedRestore.check(home);
        try {
            return Warehouse.open(home.warehouse(), List.of());
        } catch (WarehouseException e) {
            throw Failures.cannotOpen(home, e);
        }
    }
}
