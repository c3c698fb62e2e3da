package dev.kenshin.job;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.Secrets;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLock;
import dev.kenshin.ops.TemporaryFiles;
import dev.kenshin.privacy.Found;
import dev.kenshin.privacy.Register;
import dev.kenshin.privacy.Subject;
import dev.kenshin.privacy.SuppressionList;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Compaction;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import dev.kenshin.warehouse.WarehouseException;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Forgets people and accounts, everywhere in a home. Whoever is to be forgotten is on the list first, so that no night brings
 * them back; then they are taken out of the warehouse, the published files, the mart, the job repository and what runs
 * wrote. Each part may be done again, so that the same command goes on after a kill. One run at a time per home.
 */
public final class ForgetRunner {
    private final NightPlan plan;
    private final Home home;
    private final Clock clock;
    private final Secrets secrets;

    public ForgetRunner(NightPlan plan, Home home, Clock clock, Secrets secrets) {
        this.plan = plan;
        this.home = home;
        this.clock = clock;
        this.secrets = secrets;
    }

    /** Forgets, or has a look; a forgetting that was interrupted is finished first. */
    public ForgetResult run(ForgetRequest request) throws IOException, SQLException {
        checkHome();
        Optional<RunLock> lock = RunLock.tryAcquire(home);
        if (lock.isEmpty()) {
            return ForgetResult.locked();
        }
        try (RunLock held = lock.get();
                TemporaryFiles temporary = TemporaryFiles.of(home)) {
            UnfinishedRestore.check(home);
            Register register = register();
            Optional<Subject> unfinished = register.unfinished();
            List<Found> found = new ArrayList<>();
            List<String> left = new ArrayList<>();
            if (unfinished.isPresent() && request.keep()) {
                forget(register, unfinished.get(), true, found, left);
            }
            List<String> known = new ArrayList<>();
            for (Subject subject : subjects(register, request)) {
                known.addAll(subject.known());
                forget(register, subject, request.keep(), found, left);
            }
            ExitCode code = left.isEmpty() ? ExitCode.DONE : ExitCode.WARNINGS;
            return new ForgetResult(code, known, Found.summedUp(found), left, unfinished.isPresent());
        }
    }

    /** Who is forgotten: when, and what kinds of things are known of them, not who. */
    public List<SuppressionList.Entry> entries() throws IOException {
        return register().entries();
    }

    /** Takes an entry off the list, so that the next night reads what its sources have; empty where another run goes on. */
    public Optional<Boolean> lift(int number) throws IOException, SQLException {
        checkHome();
        Optional<RunLock> lock = RunLock.tryAcquire(home);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try (RunLock held = lock.get()) {
            UnfinishedRestore.check(home);
            Register register = register();
            boolean listed = register.entries().stream().anyMatch(entry -> entry.number() == number);
            if (listed) {
                aggregateAnew(); // first, since a number that is off the list cannot be given again
                register.lift(number);
            }
            return Optional.of(listed);
        }
    }

    /**
     * Files of events that did not change would not be read again otherwise. A database is not asked again for days of long
     * ago, which it may no longer have.
     */
    private void aggregateAnew() throws SQLException {
        try (Warehouse warehouse = openWarehouse();
                Connection connection = warehouse.connection()) {
            Query.update(connection, "update usage.part set definition = '' where size > 0");
        }
    }

    /** Most often the home is another one, and somebody would believe that all is done. */
    private void checkHome() {
        if (Files.exists(home.warehouse())) {
            return;
        }
        throw new NightFailure(
                ExitCode.USAGE,
                List.of(Problem.error(
                        "KEN-F13",
                        Location.file(home.directory().toString()),
                        new Text("ここにはまだ何もないため、忘れるものがありません。", "nothing is here that could be forgotten."),
                        new Text("--home を確かめてください。", "Check --home."))));
    }

    private Register register() throws IOException {
        try {
            return Register.open(Protections.files(home));
        } catch (ConfigException e) {
            throw new NightFailure(ExitCode.CONFIGURATION, e.problems());
        }
    }

    private List<Subject> subjects(Register register, ForgetRequest request) throws IOException, SQLException {
        try (Warehouse warehouse = openWarehouse();
                Connection connection = warehouse.connection()) {
            List<Subject> subjects = new ArrayList<>();
            if (!request.emails().isEmpty() || !request.users().isEmpty()) {
                subjects.add(register.person(connection, plan.configuration(), request.emails(), request.users()));
            }
            for (String account : request.accounts()) {
                subjects.add(register.account(connection, plan.configuration(), account));
            }
            return subjects;
        }
    }

    private void forget(Register register, Subject subject, boolean keep, List<Found> found, List<String> left)
            throws IOException, SQLException {
        if (keep) {
            register.begin(subject, clock.instant());
        }
        found.addAll(inWarehouse(register, subject, keep));
        if (keep) {
            Compaction.compact(home.warehouse());
            ForgottenFiles.deleteSpilled(home);
        }
        ForgottenFiles files = new ForgottenFiles(home, subject);
        try (Warehouse warehouse = openWarehouse()) {
            found.addAll(new ForgottenSnapshots(plan, home, subject).remove(warehouse, keep));
        }
        found.addAll(new ForgottenDatabases(plan, home, secrets, subject).remove(keep));
        found.addAll(files.remove(keep));
        if (keep) {
            left.addAll(files.left());
            register.done();
        }
    }

    private List<Found> inWarehouse(Register register, Subject subject, boolean keep) throws SQLException {
        try (Warehouse warehouse = openWarehouse();
                Connection connection = warehouse.connection()) {
            connection.setAutoCommit(false);
            List<Found> found = register.forget(connection, plan.configuration(), subject);
            if (keep) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return found;
        }
    }

    private Warehouse openWarehouse() {
        try {
            return Warehouse.open(home.warehouse(), List.of());
        } catch (WarehouseException e) {
            throw Failures.cannotOpen(home, e);
        }
    }
}
