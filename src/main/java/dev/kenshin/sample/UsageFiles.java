package dev.kenshin.sample;

import dev.kenshin.sample.SampleRequest.EventFormat;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Writes the product's usage events. The state of each account and month goes into a small table, and {@code events.sql}
 * makes the events from it inside the database, a file at a time, so that their number does not matter to memory.
 */
final class UsageFiles {
    /** The months over which the average number of events is reckoned, whatever days are asked for. */
    private static final List<YearMonth> REFERENCE = Stream.iterate(
                    YearMonth.of(2025, 10), month -> month.plusMonths(1))
            .limit(13)
            .toList();

    /** Average of {@link WorkingDays#rhythm} over a year. */
    private static final double MEAN_RHYTHM = 0.67;

    /** As {@code events.sql} makes them, the login included. */
    private static final double EVENTS_A_SESSION = 3.4;

    private final Company company;
    private final Path directory;

    UsageFiles(Company company, Path directory) {
        this.company = company;
        this.directory = directory;
    }

    /** Writes all files that hold a day from {@code first} on. */
    void write(LocalDate first, Consumer<String> progress) throws IOException, SQLException {
        Files.createDirectories(directory);
        try (Warehouse warehouse = Warehouse.inMemory(List.of(directory));
                Connection connection = warehouse.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(script());
            fill(connection.unwrap(DuckDBConnection.class));
            for (EventFile file : EventFile.from(first, company.request())) {
                statement.execute(copy(file));
                progress.accept(file.name());
            }
        }
    }

    private void fill(DuckDBConnection connection) throws SQLException {
        try (DuckDBAppender days = connection.createAppender("main", "day")) {
            for (LocalDate day : company.request().daysCovered().toList()) {
                days.beginRow().append(day).append(WorkingDays.rhythm(day)).endRow();
            }
        }
        double scale = company.request().eventsPerAccountDay() / (meanSessions() * MEAN_RHYTHM * EVENTS_A_SESSION);
        try (DuckDBAppender months = connection.createAppender("main", "account_month")) {
            for (Account account : company.accounts()) {
                fill(account, scale, months);
            }
        }
    }

    private void fill(Account account, double scale, DuckDBAppender months) throws SQLException {
        int usersBefore = 0;
        for (Month month : account.life().until(company.lastMonth())) {
            int users = usersBefore == 0 ? account.deployed(month) : usersBefore;
            usersBefore = account.deployed(month);
            if (!month.of().isBefore(YearMonth.from(company.request().firstDay()))) {
                months.beginRow()
                        .append(account.number())
                        .append(account.tenant().substring(2))
                        .append(month.of().atDay(1))
                        .append(Math.max(1, (int) Math.round(users * month.reach())))
                        .append(sessions(account, month) * scale)
                        .append(month.breadth())
                        .endRow();
            }
        }
    }

    /** Sessions on a working day, before the company's volume is taken into account. */
    private static double sessions(Account account, Month month) {
        return account.deployed(month) * month.reach() * month.frequency();
    }

    private double meanSessions() {
        double sum = company.portfolio().stream()
                .flatMapToDouble(account -> REFERENCE.stream()
                        .flatMap(month -> account.life().in(month).stream())
                        .mapToDouble(month -> sessions(account, month)))
                .sum();
        return sum / company.portfolio().size() / REFERENCE.size();
    }

    private String copy(EventFile file) {
        Path path = directory.resolve(file.name());
        return Spelling.written(
                "copy (from events(%d, date '%s', date '%s')) to '%s' (%s)",
                company.request().seed(),
                file.first(),
                file.last(),
                path.toAbsolutePath().normalize().toString().replace("'", "''"),
                company.request().eventFormat() == EventFormat.PARQUET
                        ? "format parquet, compression zstd, parquet_version v2"
                        : "format csv, header");
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(UsageFiles.class.getResourceAsStream("events.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
