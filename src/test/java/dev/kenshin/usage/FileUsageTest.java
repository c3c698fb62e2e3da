package dev.kenshin.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kenshin.config.UsageConfig;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileUsageTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);
    private static final String HEADER = "tenant_id,user_id,occurred_at,event,seconds\n";

    @TempDir
    Path base;

    private Warehouse warehouse;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(base.resolve("events"));
        warehouse = Warehouse.open(base.resolve("kenshin.duckdb"), List.of(base.resolve("events")));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void events_becomeOneRowAnAccountUserDayAndEvent() throws Exception {
        csv(
                "a.csv",
                "t1,u1,2026-10-30 09:00:00,login,1.5\nt1,u1,2026-10-30 23:59:59.9,login,2\nt1,u1,2026-10-31,login,\n");

        UsageResult result = aggregate("csv", "*.csv");
        assertThat(result).isEqualTo(new UsageResult(1, 0, 0, 3, 0, Optional.of(AS_OF)));
        assertThat(daily()).containsExactly("t1 u1 2026-10-30 login 2 3.5000", "t1 u1 2026-10-31 login 1 -");
    }

    @Test
    void parquetCsvAndJson_agree() throws Exception {
        String rows =
                "t1,u1,2026-10-30 09:00:00,login,1.5\nt2,u2,2026-10-30 10:00:00,edit,2\nt1,u1,2026-10-30 09:30:00,login,1\n";
        csv("a.csv", rows);
        gzip("a.csv.gz", HEADER + rows);
        copy("a.csv", "a.parquet", "parquet");
        copy("a.csv", "a.json", "json");

        for (String file : List.of("csv a.csv", "csv a.csv.gz", "parquet a.parquet", "json a.json")) {
            List<String> parts = List.of(file.split(" ", -1));
            UsageResult result = aggregate(parts.get(0), parts.get(1));
            assertThat(result.events()).as(file).isEqualTo(3);
            assertThat(daily())
                    .as(file)
                    .containsExactly("t1 u1 2026-10-30 login 2 2.5000", "t2 u2 2026-10-30 edit 1 2.0000");
        }
    }

    @Test
    void unchangedFiles_areNotReadAgain() throws Exception {
        csv("a.csv", "t1,u1,2026-10-30 09:00:00,login,1\n");
        aggregate("csv", "*.csv");
        csv("b.csv", "t1,u1,2026-10-31 09:00:00,login,1\n");

        assertThat(aggregate("csv", "*.csv")).isEqualTo(new UsageResult(1, 0, 0, 1, 0, Optional.of(AS_OF)));
        assertThat(aggregate("csv", "*.csv")).isEqualTo(new UsageResult(0, 0, 0, 0, 0, Optional.of(AS_OF)));
    }

    @Test
    void sentAgain_replacesWhatItHeld_andVanished_removesIt() throws Exception {
        csv("a.csv", "t1,u1,2026-10-30 09:00:00,login,1\nt1,u2,2026-10-30 09:00:00,login,1\n");
        csv("b.csv", "t1,u1,2026-10-31 09:00:00,login,1\n");
        aggregate("csv", "*.csv");
        csv("a.csv", "t1,u1,2026-10-30 09:00:00,login,5\n");

        assertThat(aggregate("csv", "*.csv")).isEqualTo(new UsageResult(0, 1, 0, 1, 0, Optional.of(AS_OF)));
        assertThat(daily()).containsExactly("t1 u1 2026-10-30 login 1 5.0000", "t1 u1 2026-10-31 login 1 1.0000");

        Files.delete(base.resolve("events/b.csv"));
        assertThat(aggregate("csv", "*.csv"))
                .isEqualTo(new UsageResult(0, 0, 1, 0, 0, Optional.of(LocalDate.of(2026, 10, 30))));
        assertThat(daily()).containsExactly("t1 u1 2026-10-30 login 1 5.0000");
    }

    @Test
    void lateRowsInALaterFile_areAddedToTheirDay() throws Exception {
        csv("30.csv", "t1,u1,2026-10-30 09:00:00,login,1\nt1,u2,2026-10-29 09:00:00,login,1\n");
        aggregate("csv", "*.csv");
        csv("31.csv", "t1,u1,2026-10-30 22:00:00,login,2\nt1,u1,2026-10-31 09:00:00,login,1\n");
        aggregate("csv", "*.csv");

        assertThat(daily())
                .containsExactly(
                        "t1 u1 2026-10-30 login 2 3.0000",
                        "t1 u1 2026-10-31 login 1 1.0000",
                        "t1 u2 2026-10-29 login 1 1.0000");
    }

    @Test
    void severalKeysOfAnAccount_areAddedUp_andUnlinkedKeysAreLeftOut() throws Exception {
        csv("a.csv", "t1,u1,2026-10-30,login,1\nt2,u1,2026-10-30,login,1\nt3,u1,2026-10-30,login,1\n");
        aggregate("csv", "*.csv");
        try (Connection conn = warehouse.connection()) {
            assertThat(UsageLinks.keys(conn, "product")).containsExactly("t1", "t2", "t3");
            UsageLinks.replace(conn, "product", Map.of("t1", "C1", "t2", "C1"));
            assertThat(UsageTesting.rows(conn)).containsExactly("C1 u1 2026-10-30 login 2 2.0000");
            UsageLinks.replace(conn, "product", Map.of("t1", "C1", "t2", "C2"));
            assertThat(UsageTesting.rows(conn)).hasSize(2);
        }
    }

    @Test
    void daysAreThoseOfTheBusinessZone() throws Exception {
        csv("utc.csv", "t1,u1,2026-10-30T15:30:00Z,login,1\nt1,u1,2026-10-30T14:30:00Z,login,1\n");
        csv("offset.csv", "t2,u1,2026-10-30T23:30:00-05:00,login,1\n");
        csv("epoch.csv", "t3,u1,1793374200,login,1\nt3,u1,1793374200000,login,1\n");
        csv("local.csv", "t4,u1,2026-10-30T23:30:00,login,1\n");
        json("mixed.json", "2026-10-30T15:30:00Z", "2026-10-30 15:30:00", "2026-10-31T00:30:00+09:00", "2026-10-31");
        aggregate("csv", "*.csv");
        assertThat(daily())
                .containsExactly(
                        "t1 u1 2026-10-30 login 1 1.0000",
                        "t1 u1 2026-10-31 login 1 1.0000",
                        "t2 u1 2026-10-31 login 1 1.0000",
                        "t3 u1 2026-10-31 login 2 2.0000",
                        "t4 u1 2026-10-30 login 1 1.0000");

        aggregate("json", "*.json");
        assertThat(daily()).containsExactly("t1 u1 2026-10-30 login 1 1.0000", "t1 u1 2026-10-31 login 3 3.0000");
    }

    @Test
    void parquetFilesWithDifferentTimeTypes_areReadTogether() throws Exception {
        csv("x.csv", "t1,u1,2026-10-30 15:30:00,login,1\n");
        copy("x.csv", "local.parquet", "parquet");
        sql(
                "copy (select tenant_id, user_id, '2026-10-30 15:30:00+00'::timestamptz as occurred_at, event, seconds from '"
                        + base.resolve("events/x.csv") + "') to '" + base.resolve("events/utc.parquet")
                        + "' (format parquet)");
        aggregate("parquet", "*.parquet");

        assertThat(daily()).containsExactly("t1 u1 2026-10-30 login 1 1.0000", "t1 u1 2026-10-31 login 1 1.0000");
    }

    @Test
    void otherColumnOrder_lineEnds_andByteOrderMark_doNotMatter() throws Exception {
        Files.writeString(
                base.resolve("events/a.csv"),
                HEADER.replace("\n", "\r\n") + "t1,u1,2026-10-30,login,1\r\nt1,u1,2026-10-30,login,1\r\n");
        Files.writeString(
                base.resolve("events/b.csv"),
                "\uFEFFevent,note,seconds,user_id,tenant_id,occurred_at\nedit,\"a, \"\"b\"\"\nc\",2,u2,t2,2026-10-31\n");
        aggregate("csv", "*.csv");

        assertThat(daily()).containsExactly("t1 u1 2026-10-30 login 2 2.0000", "t2 u2 2026-10-31 edit 1 2.0000");
    }

    @Test
    void badLines_areCounted_andQuarantinedWithTheirPlace() throws Exception {
        csv("a.csv", """
                t1,u1,2026-10-30,login,1
                t1,u1,いつか,login,1
                t1,u1,2026-10-30,login,abc
                t1,u1
                ,u1,2026-10-30,login,1
                t1,,2026-10-30,login,1
                t1,u1,,login,1
                """);

        UsageResult result = aggregate("csv", "*.csv");
        assertThat(result.events()).isEqualTo(1);
        assertThat(result.rejected()).isEqualTo(6);
        assertThat(quarantine())
                .containsExactly(
                        "events/a.csv - 3 events",
                        "events/a.csv:3 occurred_at t1,u1,いつか,login,1",
                        "events/a.csv:4 seconds t1,u1,2026-10-30,login,abc",
                        "events/a.csv:5 occurred_at t1,u1");

        csv("a.csv", "t1,u1,2026-10-30,login,1\n");
        assertThat(aggregate("csv", "*.csv").rejected()).isZero();
        assertThat(quarantine()).isEmpty();
    }

    @Test
    void brokenJsonLines_areCounted() throws Exception {
        json("a.json", "2026-10-30");
        Files.writeString(
                base.resolve("events/a.json"),
                Files.readString(base.resolve("events/a.json")) + "{\"tenant_id\": \"t\n{\"tenant_id\": \"t1\"}\n");
        UsageResult result = aggregate("json", "*.json");

        assertThat(result.events()).isEqualTo(1);
        assertThat(result.rejected()).isEqualTo(2);
    }

    @Test
    void missingColumn_isNamedWithTheNearestAndTheFile() throws Exception {
        csv("a.csv", "t1,u1,2026-10-30,login,1\n");
        Files.writeString(base.resolve("events/b.csv"), "tenant,user_id,occured_at,event,seconds\n");
        copy("b.csv", "b.parquet", "parquet");
        copy("b.csv", "b.json", "json");
        Files.writeString(base.resolve("events/b.json"), "{\"tenant\": 1, \"user_id\": 2}\n");

        for (String type : List.of("csv", "parquet", "json")) {
            Problem problem = problem(type, "*." + type);
            assertThat(problem.location()).hasToString("events/b." + type);
            assertThat(problem.message().en()).isEqualTo("there is no column 'tenant_id'; the nearest is 'tenant'.");
        }
    }

    @Test
    void failure_leavesWhatWasAggregated() throws Exception {
        csv("a.csv", "t1,u1,2026-10-30,login,1\n");
        aggregate("csv", "*.csv");
        csv("a.csv", "t1,u1,2026-10-30,login,7\n");
        Files.writeString(base.resolve("events/b.csv"), "");

        assertThat(problem("csv", "*.csv").code()).isEqualTo("KEN-U02");
        assertThat(daily()).containsExactly("t1 u1 2026-10-30 login 1 1.0000");
    }

    @Test
    void noFiles_corruptFiles_areNamed() throws Exception {
        assertThat(problem("csv", "*.csv").message().en()).isEqualTo("no file matches 'events/*.csv'.");

        csv("a.csv", "t1,u1,2026-10-30,login,1\n");
        copy("a.csv", "a.parquet", "parquet");
        Path bad = base.resolve("events/bad.parquet");
        byte[] whole = Files.readAllBytes(base.resolve("events/a.parquet"));
        Files.write(bad, java.util.Arrays.copyOf(whole, whole.length / 2));
        Problem problem = problem("parquet", "*.parquet");
        assertThat(problem.code()).isEqualTo("KEN-U04");
        assertThat(problem.location()).hasToString("events/bad.parquet");

        Files.writeString(base.resolve("events/bad.csv.gz"), "no gzip");
        assertThat(problem("csv", "bad.csv.gz").code()).isEqualTo("KEN-U04");
    }

    @Test
    void otherColumns_meanThatFilesAreReadAgain() throws Exception {
        csv("a.csv", "t1,u1,2026-10-30,login,1\n");
        UsageConfig usage = UsageTesting.config("csv", Map.of("path", "events/*.csv"));
        stage("Asia/Tokyo").aggregate(usage, AS_OF);
        assertThat(stage("Europe/Berlin").aggregate(usage, AS_OF).partsChanged())
                .isEqualTo(1);
    }

    @Test
    void quotesInNamesAndPaths_areHarmless() throws Exception {
        Path odd = base.resolve("events/it's; drop table x.csv");
        Files.writeString(odd, HEADER + "t'1,u\"1,2026-10-30,lo'gin,1\n");
        UsageConfig usage = UsageTesting.config("pro'duct", "csv", Map.of("path", "events/*.csv"));
        assertThat(stage("Asia/Tokyo").aggregate(usage, AS_OF).events()).isEqualTo(1);
    }

    @Test
    void randomFiles_agreeWithANaiveCount() throws Exception {
        Random random = new Random(20261031);
        Map<String, Integer> expected = new TreeMap<>();
        for (int file = 0; file < 12; file++) {
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                String key = "t%d u%d 2026-10-%02d login"
                        .formatted(random.nextInt(3), random.nextInt(4), 10 + file / 2 + random.nextInt(3));
                List<String> part = List.of(key.split(" ", -1));
                rows.append(String.join(
                                ",",
                                part.get(0),
                                part.get(1),
                                part.get(2) + " 12:00:0" + random.nextInt(10),
                                "login",
                                "1"))
                        .append('\n');
                expected.merge(key, 1, Integer::sum);
            }
            csv("%02d.csv".formatted(file), rows.toString());
            if (file % 5 == 0) {
                aggregate("csv", "*.csv");
            }
        }
        aggregate("csv", "*.csv");
        List<String> rows = new ArrayList<>();
        expected.forEach((key, events) -> rows.add(key + " " + events + " " + events + ".0000"));
        assertThat(daily()).containsExactlyInAnyOrderElementsOf(rows);
    }

    private UsageResult aggregate(String type, String glob) throws SQLException, UsageUnavailable {
        return stage("Asia/Tokyo").aggregate(UsageTesting.config(type, Map.of("path", "events/" + glob)), AS_OF);
    }

    private Problem problem(String type, String glob) {
        UsageUnavailable thrown = catchThrowableOfType(UsageUnavailable.class, () -> aggregate(type, glob));
        assertThat(thrown).isNotNull();
        return thrown.problem();
    }

    private UsageStage stage(String zone) {
        return new UsageStage(warehouse, base, ZoneId.of(zone));
    }

    private List<String> daily() throws SQLException {
        return UsageTesting.daily(warehouse);
    }

    private List<String> quarantine() throws SQLException {
        try (Connection conn = warehouse.connection()) {
            return Query.list(
                    conn,
                    row -> row.getString(1),
                    "select concat_ws(' ', place, nullif(field, ''), coalesce(value, '- ' ||"
                            + " regexp_extract(reason_en, '[0-9]+') || ' events')) from landing.quarantine order by all");
        }
    }

    private void csv(String name, String rows) throws IOException {
        Files.writeString(base.resolve("events").resolve(name), HEADER + rows);
    }

    private void json(String name, String... times) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String time : times) {
            lines.append("{\"tenant_id\": \"t1\", \"user_id\": \"u1\", \"occurred_at\": \"" + time
                    + "\", \"event\": \"login\", \"seconds\": 1}\n");
        }
        Files.writeString(base.resolve("events").resolve(name), lines);
    }

    private void gzip(String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(
                Files.newOutputStream(base.resolve("events").resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void copy(String from, String to, String format) throws SQLException {
        sql("copy (from read_csv('" + base.resolve("events").resolve(from) + "', header = true)) to '"
                + base.resolve("events").resolve(to) + "' (format " + format + ")");
    }

    private static void sql(String sql) throws SQLException {
        try (Connection conn = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = conn.createStatement()) {
            statement.execute(sql);
        }
    }
}
