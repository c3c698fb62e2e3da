package dev.kenshin.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.config.UsageConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FileUsageFaultsTest extends FileUsageTesting {
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
    void compressedExportOfNothing_isEmpty() throws Exception {
        for (String type : List.of("csv", "json")) {
            gzip("a." + type + ".gz", "");
            Problem problem = problem(type, "*." + type + ".gz");
            assertThat(problem.code()).isEqualTo("KEN-U02");
            assertThat(problem.location()).hasToString("events/a." + type + ".gz");
        }
    }

    @Test
    void filesWithoutEvents_areRead() throws Exception {
        csv("a.csv", "");
        sql("copy (select 't1' as tenant_id, 'u1' as user_id, date '2026-10-31' as occurred_at, 'login' as event,"
                + " 1 as seconds limit 0) to '" + base.resolve("events/a.parquet") + "' (format parquet)");
        Files.writeString(base.resolve("events/a.json"), "[]");
        for (String type : List.of("csv", "parquet", "json")) {
            UsageResult result = aggregate(type, "a." + type);
            assertThat(result.partsAdded()).isEqualTo(1);
            assertThat(result.events() + result.rejected()).isZero();
        }
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
    void warehouseWithoutRoom_isNoOutageOfTheFiles() throws Exception {
        sql(
                "copy (select 't' || i as tenant_id, 'u' || i as user_id, date '2026-10-30' as occurred_at, 'login' as event,"
                        + " 1 as seconds from range(300000) numbers(i)) to '" + base.resolve("events/a.csv") + "'");
        try (Connection conn = DriverManager.getConnection("jdbc:duckdb:")) {
            Query.update(conn, tables());
            Query.update(conn, "set temp_directory = ''");
            Query.update(conn, "set memory_limit = '8MB'");
            FileUsage files = new FileUsage(
                    conn,
                    new Parts(conn, "product"),
                    UsageTesting.config("csv", Map.of("path", "events/*.csv")),
                    ZoneId.of("Asia/Tokyo"),
                    new Suppression(Forgotten.NOBODY));
            assertThatThrownBy(() -> files.aggregate(base, AS_OF))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Out of Memory Error");
        }
    }

    private static String tables() throws IOException {
        try (InputStream script = Objects.requireNonNull(Warehouse.class.getResourceAsStream("usage.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
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
}
