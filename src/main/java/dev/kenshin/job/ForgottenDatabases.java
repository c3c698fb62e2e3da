package dev.kenshin.job;

import dev.kenshin.config.Secrets;
import dev.kenshin.file.Access;
import dev.kenshin.ops.Home;
import dev.kenshin.privacy.Found;
import dev.kenshin.privacy.Rows;
import dev.kenshin.privacy.Subject;
import dev.kenshin.publish.MartDatabase;
import dev.kenshin.publish.Publication;
import dev.kenshin.publish.PublishedTable;
import dev.kenshin.warehouse.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.MVStoreTool;

/** Takes a subject out of the mart and the job repository, and has these databases forget the bytes, too. */
final class ForgottenDatabases {
    /** How Spring Batch's tables begin. */
    private static final String BATCH = "batch_";

    private final NightPlan plan;
    private final Home home;
    private final Secrets secrets;
    private final Subject subject;
    private final List<Found> found = new ArrayList<>();

    ForgottenDatabases(NightPlan plan, Home home, Secrets secrets, Subject subject) {
        this.plan = plan;
        this.home = home;
        this.secrets = secrets;
        this.subject = subject;
    }

    List<Found> remove(boolean keep) throws IOException, SQLException {
        for (Publication publication : plan.publications()) {
            if (publication instanceof Publication.Mart mart) {
                removeFromMart(mart.database(), keep);
            }
        }
        removeFromRepository(keep);
        return found;
    }

    /** A file that is not there yet would be created by opening it. */
    private void removeFromMart(MartDatabase mart, boolean keep) throws IOException, SQLException {
        Optional<Path> file = mart.file();
        if (file.isPresent() && !Files.exists(file.get())) {
            return;
        }
        try (Connection connection = mart.open()) {
            connection.setAutoCommit(false);
            List<Found> gone =
                    Rows.of(connection, subject, published()::contains).remove("mart ");
            end(connection, gone, keep);
        }
        if (keep && file.isPresent()) {
            compact(file.get());
        }
    }

    private Set<String> published() {
        return plan.publishedTables().all().stream().map(PublishedTable::name).collect(Collectors.toSet());
    }

    private void removeFromRepository(boolean keep) throws IOException, SQLException {
        boolean inFile = plan.job().repository().isEmpty();
        Path file = home.jobRepository().resolveSibling(home.jobRepository().getFileName() + ".mv.db");
        if (inFile && !Files.exists(file)) {
            return;
        }
        try (JobRepositoryDatabase database = JobRepositoryDatabase.of(plan, home, secrets)) {
            removeFrom(database, keep);
        }
        if (keep && inFile) {
            compact(file);
        }
    }

    private void removeFrom(JobRepositoryDatabase repository, boolean keep) throws SQLException {
        try (Connection connection = repository.connect()) {
            connection.setAutoCommit(false);
            List<Found> gone =
                    Rows.of(connection, subject, name -> name.startsWith(BATCH)).replaceTexts("jobs ");
            end(connection, gone, keep);
        }
    }

    private void end(Connection connection, List<Found> gone, boolean keep) throws SQLException {
        found.addAll(gone);
        if (!keep) {
            connection.rollback();
            return;
        }
        connection.commit();
        if (connection
                .getMetaData()
                .getDatabaseProductName()
                .toLowerCase(Locale.ROOT)
                .startsWith("postgres")) {
            vacuum(connection, gone);
        }
        connection.setAutoCommit(true);
    }

    /** Without it PostgreSQL keeps the old rows in its files until it needs the room. */
    private static void vacuum(Connection connection, List<Found> gone) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            for (String place : gone.stream().map(Found::place).distinct().toList()) {
                String[] names = place.substring(place.indexOf(' ') + 1).split("\\.", 2);
                statement.execute("vacuum full " + Quoted.name(names[0]) + "." + Quoted.name(names[1]));
            }
        }
    }

    /** Writes only what is still there into a new file, which then takes the place of the old one. */
    private static void compact(Path file) throws IOException {
        Access access = Access.of(file);
        MVStoreTool.compactCleanUp(file.toString());
        MVStoreTool.compact(file.toString(), false);
        access.give(file);
    }
}
