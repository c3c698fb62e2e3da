package dev.kenshin.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresSourceTest extends JdbcContractTest {
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("drop schema public cascade", "create schema public");
    }

    @Override
    String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    @Test
    void types_becomeTheDocumentedOnes() throws Exception {
        execute(
                "create table t (id int, big bigint, price numeric, ratio float8, small float4, ok boolean, d date, at"
                        + " timestamp, zoned timestamptz, text text, j jsonb, list int[], nan numeric, nan8 float8, bits bit(3))",
                "insert into t values (1, 9223372036854775807, 12.50, 0.25, 0.1, true, '2026-10-31', '2026-10-31"
                        + " 23:59:59.5', '2026-10-31 20:00:00+00', '長い文', '{\"a\": 1}', '{1,2}', 'NaN', 'NaN', '101')",
                "insert into t (id) values (2)");
        List<SourceRecord> records = records(Map.of("table", "public.t"));
        assertThat(records.get(0).fields().values())
                .containsExactly(
                        1L,
                        Long.MAX_VALUE,
                        new BigDecimal("12.50"),
                        0.25,
                        0.1,
                        true,
                        LocalDate.of(2026, 10, 31),
                        LocalDateTime.of(2026, 10, 31, 23, 59, 59, 500_000_000),
                        LocalDateTime.of(2026, 11, 1, 5, 0),
                        "長い文",
                        "{\"a\": 1}",
                        "{1,2}",
                        "NaN",
                        "NaN",
                        "101");
        assertThat(records.get(1).fields().values()).containsOnly(2L, null);
    }

    @Test
    void namesInQuotes_areTakenAsWritten() throws Exception {
        execute("create table \"顧客 一覧\" (\"Id\" int)", "insert into \"顧客 一覧\" values (7)");
        assertThat(records(Map.of("table", "public.\"顧客 一覧\"")))
                .extracting(SourceRecord::fields)
                .containsExactly(Map.of("Id", 7L));
    }

    @Test
    void incrementalStream_keepsMicrosecondsAndOffsets() throws Exception {
        execute(
                "create table t (id int, changed timestamptz)",
                "insert into t values (1, '2026-10-31 09:00:00.000001+09'), (2, '2026-10-31 09:00:00.000002+09')");
        StreamConfig stream = Configured.stream("t", List.of("id"), Map.of("table", "t", "cursor", "changed"));
        try (Source source = open(stream)) {
            Optional<String> cursor;
            try (Extraction first = source.extract(stream, Optional.empty())) {
                assertThat(Extracts.rest(first)).hasSize(2);
                cursor = first.cursor();
            }
            assertThat(cursor).contains("2026-10-31T00:00:00.000002Z");
            execute("insert into t values (3, '2026-10-31 09:00:00.000003+09')");
            try (Extraction second = source.extract(stream, cursor)) {
                assertThat(Extracts.of(Extracts.rest(second), SourceRecord.class))
                        .extracting(SourceRecord::key)
                        .containsExactly("2", "3");
            }
        }
    }

    @Test
    void rows_areStreamed() throws Exception {
        StreamConfig stream = Configured.stream(
                "t", List.of("id"), Map.of("query", "select id, repeat('x', 1000) as pad from numbers"));
        execute("create table numbers as select generate_series(1, 200000) as id");
        Runtime runtime = Runtime.getRuntime();
        try (Source source = open(stream);
                Extraction extraction = source.extract(stream, Optional.empty())) {
            System.gc();
            long before = runtime.totalMemory() - runtime.freeMemory();
            assertThat(extraction.next()).isNotNull();
            assertThat(runtime.totalMemory() - runtime.freeMemory() - before).isLessThan(50_000_000);
        }
    }

    @Test
    void connectionLostWithinTheStream_isUnavailable() throws Exception {
        execute("create table numbers as select generate_series(1, 200000) as id");
        StreamConfig stream = Configured.stream("t", List.of("id"), Map.of("table", "numbers"));
        try (Source source = open(stream);
                Extraction extraction = source.extract(stream, Optional.empty())) {
            extraction.next();
            execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename"
                    + " = 'postgres' and state like 'idle in transaction%'");
            assertThatThrownBy(() -> Extracts.rest(extraction))
                    .isInstanceOfSatisfying(
                            SourceUnavailable.class,
                            e -> assertThat(e.problem().code()).isIn("KEN-S50", "KEN-S51"));
        }
    }

    @Test
    @Threat(Danger.CONFIGURED_SQL)
    void functionThatWrites_isStoppedByTheReadOnlyTransaction() throws Exception {
        execute("create sequence s", "create view v as select nextval('s') as n");
        StreamConfig stream = Configured.stream("t", List.of(), Map.of("table", "v"));
        assertThat(Extracts.problem(open(stream), stream).message().en()).contains("read-only");
    }

    @Test
    @Threat(Danger.SECRET)
    void wrongPassword_isExplainedWithoutIt() throws Exception {
        execute("create role reader login password 'right'");
        StreamConfig stream = Configured.stream("t", List.of(), Map.of("table", "t"));
        String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/nowhere?password=s3cret";
        assertThat(Extracts.problem(open(Map.of("url", url, "user", "reader"), stream), stream)
                        .toString())
                .contains("KEN-S5", "jdbc:postgresql://localhost:")
                .doesNotContain("s3cret");
        execute("drop role reader");
    }

    private List<SourceRecord> records(Map<String, Object> options) throws Exception {
        StreamConfig stream = Configured.stream("t", List.of(), options);
        return Extracts.records(open(stream), stream);
    }
}
