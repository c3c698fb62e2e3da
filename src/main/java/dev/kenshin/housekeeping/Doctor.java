package dev.kenshin.housekeeping;

import dev.kenshin.config.Secrets;
import dev.kenshin.job.Connections;
import dev.kenshin.job.NightPlan;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLock;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Warehouse;
import dev.kenshin.warehouse.WarehouseException;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Looks whether a home and what surrounds it are well. Changes nothing; holds the run lock while it looks. */
public final class Doctor {
    private static final Text LOCK = new Text("ロック", "Run lock");

    private final Home home;
    private final Optional<NightPlan> plan;
    private final Secrets secrets;
    private final Clock clock;

    /** @param plan of the job whose mart, repository and sources are meant; empty where its configuration is wrong */
    public Doctor(Home home, Optional<NightPlan> plan, Secrets secrets, Clock clock) {
        this.home = home;
        this.plan = plan;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * All that can be looked at without calling anybody; while a run is going on, little.
     *
     * @throws HousekeepingFailure if there is no home
     */
    public List<Check> examine() throws IOException, SQLException {
        Locked.requireHome(home);
        List<Check> checks = new ArrayList<>(new MachineChecks(home).all());
        Optional<String> holder = holder();
        Optional<RunLock> lock = RunLock.tryAcquire(home);
        if (lock.isEmpty()) {
            checks.add(busy(holder.orElse("?")));
            return checks;
        }
        try (RunLock held = lock.get()) {
            checks.add(Check.good("KEN-K23", LOCK, new Text("空いています", "free")));
            checks.addAll(new HomeChecks(home).all());
            if (!home.isBeingRestored()) {
                checks.addAll(databases());
            }
        }
        return checks;
    }

    /** Asks every source of the job for a first record. */
    public List<Check> connect() {
        List<Check> checks = new ArrayList<>();
        plan.ifPresent(job -> new Connections(job, home, secrets, clock)
                .probe()
                .forEach((source, problem) -> checks.add(connection(source, problem))));
        return checks;
    }

    private static Check connection(String source, Optional<Problem> problem) {
        Text about = new Text("ソース " + source, "Source " + source);
        return problem.map(found -> Check.of(found, Check.Mark.WRONG, about))
                .orElseGet(() -> Check.good("KEN-K36", about, new Text("読めます", "can be read")));
    }

    private List<Check> databases() throws IOException, SQLException {
        if (!Files.exists(home.warehouse())) {
            return List.of(Check.good("KEN-K26", new Text("データベース", "Warehouse"), new Text("まだありません", "none yet")));
        }
        try (Warehouse warehouse = Warehouse.readOnly(home.warehouse());
                Connection connection = warehouse.connection()) {
            return databases(connection);
        } catch (WarehouseException | SQLException e) {
            return List.of(unreadable(e));
        }
    }

    private List<Check> databases(Connection warehouse) throws IOException, SQLException {
        List<Check> checks = new ArrayList<>();
        NavigableSet<LocalDate> snapshots = new HistoryTables(warehouse).snapshots();
        checks.add(Check.good(
                "KEN-K26",
                new Text("データベース", "Warehouse"),
                new Text(
                        "スナップショット " + snapshots.size() + " 件、" + Sizes.words(Files.size(home.warehouse())),
                        snapshots.size() + " snapshots, " + Sizes.words(Files.size(home.warehouse())))));
        new WarehouseChecks(warehouse).all().forEach(checks::add);
        checks.addAll(new PublishedChecks(home, plan).all(warehouse));
        ZoneId zone = plan.map(job -> job.job().zone()).orElse(ZoneOffset.UTC);
        checks.add(new TimeChecks(home, clock, zone).check(warehouse));
        if (plan.isPresent()) {
            checks.addAll(new RepositoryChecks(plan.get(), home, secrets).all(new TreeSet<>(snapshots)));
        }
        return checks;
    }

    private static Check unreadable(Exception failure) {
        return Check.wrong(
                "KEN-K26",
                new Text("データベース", "Warehouse"),
                Check.reason(failure),
                new Text(
                        "ほかのプログラムで開いていれば閉じてください。壊れていれば kenshin restore でバックアップから復元できます。",
                        "If another program has it open, close it there. If it is damaged, restore a backup with kenshin restore."));
    }

    private Check busy(String process) {
        return Check.look(
                "KEN-K23",
                LOCK,
                new Text("プロセス " + process + " が実行中", "held by process " + process),
                new Text(
                        "実行が終わってから、もう一度確かめてください。様子は kenshin status で見られます。",
                        "A run is going on (see kenshin status); look again when it has ended."));
    }

    private Optional<String> holder() throws IOException {
        return Files.exists(home.lock())
                ? Optional.of(Files.readString(home.lock()).strip()).filter(process -> !process.isEmpty())
                : Optional.empty();
    }
}
