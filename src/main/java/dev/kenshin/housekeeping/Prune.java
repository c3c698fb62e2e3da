package dev.kenshin.housekeeping;

import dev.kenshin.config.KeepConfig;
import dev.kenshin.config.Secrets;
import dev.kenshin.job.JobRecords;
import dev.kenshin.job.NightPlan;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLock;
import dev.kenshin.ops.TemporaryFiles;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Compaction;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Thins out the history of a home. First files, which gives room on a disk that has none; then the warehouse, in one
 * transaction; then the mart and the job repository, in one each; at last the warehouse's file is written anew if that pays.
 * Each part looks at what there is, so that the same command goes on after a failure or a kill, and does nothing the second
 * time.
 */
public final class Prune {
    /** Writing the warehouse anew takes its whole size in reading and writing: a tenth of it should come back. */
    private static final int WORTH_WHILE = 10;

    private final NightPlan plan;
    private final Home home;
    private final Secrets secrets;
    private final KeepConfig keep;

    public Prune(NightPlan plan, Home home, Secrets secrets, KeepConfig keep) {
        this.plan = plan;
        this.home = home;
        this.secrets = secrets;
        this.keep = keep;
    }

    /**
     * Says what would go, and changes nothing.
     *
     * @throws HousekeepingFailure if a run is going on, or there is no home
     */
    public PruneResult look() throws IOException, SQLException {
        try (RunLock lock = Locked.of(home)) {
            return Files.exists(home.warehouse()) ? look(Warehouse.readOnly(home.warehouse())) : nothing();
        }
    }

    /**
     * Thins out.
     *
     * @param compact write the warehouse's file anew, also where little comes back
     * @throws HousekeepingFailure if a run is going on, or there is no home
     */
    public PruneResult run(boolean compact) throws IOException, SQLException {
        try (RunLock lock = Locked.of(home)) {
            if (!Files.exists(home.warehouse())) {
                return nothing();
            }
            PruneResult result = remove(Warehouse.open(home.warehouse(), List.of()));
            return compact || isWorthWhile(result) ? compact(result) : result;
        }
    }

    private PruneResult look(Warehouse opened) throws IOException, SQLException {
        try (Warehouse warehouse = opened;
                Connection connection = warehouse.connection();
                Parts parts = new Parts(connection)) {
            return parts.look();
        }
    }

    private PruneResult remove(Warehouse opened) throws IOException, SQLException {
        try (Warehouse warehouse = opened;
                Connection connection = warehouse.connection();
                Parts parts = new Parts(connection)) {
            PruneResult result = parts.look();
            if (result.newest().isPresent()) {
                parts.removeFiles();
                removeRows(parts);
            }
            return result;
        }
    }

    /** Behind the files: even the directory of temporary files needs some room. */
    private void removeRows(Parts parts) throws IOException, SQLException {
        try (TemporaryFiles temporary = TemporaryFiles.of(home)) {
            parts.removeRows();
        }
    }

    private PruneResult nothing() {
        return new PruneResult(
                keep, Optional.empty(), 0, List.of(), List.of(), List.of(), List.of(), 0, Optional.empty());
    }

    private boolean isWorthWhile(PruneResult result) throws IOException {
        long warehouse = result.going().stream()
                .filter(going -> going.unit().equals(Going.ROWS))
                .mapToLong(Going::bytes)
                .sum();
        return warehouse > 0 && warehouse * WORTH_WHILE >= Files.size(home.warehouse());
    }

    private PruneResult compact(PruneResult result) throws IOException {
        long before = Files.size(home.warehouse());
        Compaction.compact(home.warehouse());
        return result.compactedBy(before - Files.size(home.warehouse()));
    }

    /** All that has a history, and what stays of it. */
    private final class Parts implements AutoCloseable {
        private final Connection warehouse;
        private final HistoryTables tables;
        private final RecordVersions versions;
        private final ExportFiles exports = new ExportFiles(home);
        private final RunDirectories runs = new RunDirectories(home, keep.runs());
        private final MartRows mart;
        private final Optional<JobRecords> records;
        private final NavigableSet<LocalDate> snapshots;

        Parts(Connection warehouse) throws SQLException {
            this.warehouse = warehouse;
            this.tables = new HistoryTables(warehouse);
            this.versions = new RecordVersions(warehouse, plan.job().zone());
            this.snapshots = tables.snapshots();
            this.mart = MartRows.of(plan, home);
            this.records = JobRecords.open(plan, home, secrets);
        }

        PruneResult look() throws IOException, SQLException {
            if (snapshots.isEmpty()) {
                return nothing();
            }
            NavigableSet<LocalDate> kept = kept();
            List<Going> going = new ArrayList<>(tables.going(first(), kept));
            going.add(versions.going(first(), kept));
            going.addAll(mart.going(retention(), kept));
            going.add(steps());
            going.add(exports.going(retention(), kept));
            going.add(runs.going());
            going.removeIf(Going::isNothing);
            NavigableSet<LocalDate> gone = new TreeSet<>(snapshots);
            gone.removeAll(kept);
            return new PruneResult(
                    keep,
                    Optional.of(snapshots.last()),
                    snapshots.size() - gone.size(),
                    List.copyOf(gone),
                    waiting(),
                    going,
                    Windows.lost(snapshots, kept),
                    Windows.lostOfTrend(snapshots, kept),
                    Optional.empty());
        }

        void removeFiles() throws IOException, SQLException {
            exports.delete(retention(), kept());
            runs.delete();
        }

        void removeRows() throws IOException, SQLException {
            NavigableSet<LocalDate> kept = kept();
            warehouse.setAutoCommit(false);
            versions.delete(first(), kept);
            tables.delete(first(), kept);
            warehouse.commit();
            mart.delete(retention(), kept);
            if (records.isPresent()) {
                records.get().remove(firstOfRuns());
            }
        }

        /** What the retention keeps, and what must not go whatever it says. */
        private NavigableSet<LocalDate> kept() throws IOException, SQLException {
            NavigableSet<LocalDate> kept = finallyKept();
            kept.addAll(waiting());
            return kept;
        }

        private NavigableSet<LocalDate> finallyKept() throws IOException {
            NavigableSet<LocalDate> kept = retention().kept(snapshots);
            kept.addAll(Windows.references(snapshots, snapshots.last()));
            exports.latest().ifPresent(kept::add);
            kept.retainAll(snapshots);
            return kept;
        }

        private List<LocalDate> waiting() throws IOException, SQLException {
            NavigableSet<LocalDate> waiting = new TreeSet<>(tables.ofBackfillUnderWay());
            waiting.removeAll(finallyKept());
            return List.copyOf(waiting);
        }

        private Going steps() throws SQLException {
            long count = records.isPresent() ? records.get().removable(firstOfRuns()) : 0;
            return new Going(
                    new Text("完了した夜の段階の記録（ジョブの記録）", "steps of complete nights (job repository)"),
                    count,
                    Going.ROWS,
                    0,
                    List.of());
        }

        private Retention retention() {
            return new Retention(keep, snapshots.last());
        }

        private LocalDate first() {
            return retention().first();
        }

        private LocalDate firstOfRuns() {
            return snapshots.last().minusDays(keep.runs() - 1L);
        }

        @Override
        public void close() throws SQLException {
            if (records.isPresent()) {
                records.get().close();
            }
            mart.close();
        }
    }
}
