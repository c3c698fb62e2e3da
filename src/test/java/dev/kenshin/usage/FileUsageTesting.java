package dev.kenshin.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kenshin.config.Secrets;
import dev.kenshin.problem.Problem;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse, and event files beside it. */
abstract class FileUsageTesting {
    static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);
    static final String HEADER = "tenant_id,user_id,occurred_at,event,seconds\n";

    @TempDir
    Path base;

    Warehouse warehouse;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(base.resolve("events"));
        warehouse = Warehouse.open(base.resolve("kenshin.duckdb"), List.of(base.resolve("events")));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    UsageResult aggregate(String type, String glob) throws SQLException, UsageUnavailable {
        return stage("Asia/Tokyo").aggregate(UsageTesting.config(type, Map.of("path", "events/" + glob)), AS_OF);
    }

    Problem problem(String type, String glob) {
        UsageUnavailable thrown = catchThrowableOfType(UsageUnavailable.class, () -> aggregate(type, glob));
        assertThat(thrown).isNotNull();
        return thrown.problem();
    }

    UsageStage stage(String zone) {
        return new UsageStage(warehouse, base, ZoneId.of(zone), new Secrets(Map.of()));
    }

    List<String> daily() throws SQLException {
        return UsageTesting.daily(warehouse);
    }

    List<String> quarantine() throws SQLException {
        try (Connection conn = warehouse.connection()) {
            return Query.list(
                    conn,
                    row -> row.getString(1),
                    "select concat_ws(' ', place, nullif(field, ''), coalesce(value, '- ' ||"
                            + " regexp_extract(reason_en, '[0-9]+') || ' events')) from landing.quarantine order by all");
        }
    }

    void csv(String name, String rows) throws IOException {
        Files.writeString(base.resolve("events").resolve(name), HEADER + rows);
    }

    void json(String name, String... times) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String time : times) {
            String value = time.matches("[0-9.]+") ? time : '"' + time + '"';
            lines.append("{\"tenant_id\": \"t1\", \"user_id\": \"u1\", \"occurred_at\": " + value
                    + ", \"event\": \"login\", \"seconds\": 1}\n");
        }
        Files.writeString(base.resolve("events").resolve(name), lines);
    }

    void gzip(String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(
                Files.newOutputStream(base.resolve("events").resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    void copy(String from, String to, String format) throws SQLException {
        sql("copy (from read_csv('" + base.resolve("events").resolve(from) + "', header = true)) to '"
                + base.resolve("events").resolve(to) + "' (format " + format + ")");
    }

    static void sql(String sql) throws SQLException {
        try (Connection conn = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = conn.createStatement()) {
            statement.execute(sql);
        }
    }
}
