package dev.kenshin.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class H2SourceTest extends JdbcContractTest {
    private Connection alive;

    @BeforeEach
    void create() throws SQLException {
        alive = connect();
    }

    @AfterEach
    void drop() throws SQLException {
        alive.close();
    }

    @Override
    String url() {
        return "jdbc:h2:mem:" + base.getFileName();
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    @Test
    void types_becomeTheDocumentedOnes() throws Exception {
        execute(
                "create table t (id int, big bigint, price decimal(12,2), ratio double, small real, ok boolean, d date,"
                        + " at timestamp, zoned timestamp with time zone, time_only time, text clob, u uuid)",
                "insert into t values (1, 9223372036854775807, 12.50, 0.25, 0.1, true, '2026-10-31',"
                        + " '2026-10-31 23:59:59.5', '2026-10-31 20:00:00+00:00', '10:30:00', '長い文',"
                        + " '00000000-0000-0000-0000-000000000001')",
                "insert into t (id) values (2)");
        List<SourceRecord> records = records(Map.of("table", "t"), "id");
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
                        "10:30:00",
                        "長い文",
                        "00000000-0000-0000-0000-000000000001");
        assertThat(records.get(1).fields().values()).containsOnly(2L, null);
        assertThat(records.get(1).place().row()).isEqualTo("crm.t[id=2]");
    }

    @Test
    void query_isRead() throws Exception {
        write("accounts", List.of("id", "name"), List.of(Row.of("1", "甲"), Row.of("2", "乙")));
        assertThat(records(Map.of("query", "select upper(a.\"name\") as n from accounts a where a.\"id\" > '1'")))
                .extracting(SourceRecord::fields)
                .containsExactly(Map.of("n", "乙"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from t",
                "select 1; delete from t",
                "select * from final table (delete from t)",
                "with d as (delete from t returning *) select * from d",
                "select id into u from t",
                "select file_read('/etc/passwd')",
                "select * from csvread('x')"
            })
    @Threat(Danger.CONFIGURED_SQL)
    void queryThatDoesMoreThanRead_isRefused(String query) {
        StreamConfig stream = Configured.stream("t", List.of(), Map.of("query", query));
        assertThatThrownBy(() -> open(stream))
                .isInstanceOfSatisfying(ConfigException.class, e -> assertThat(e.problems())
                        .extracting(Problem::code)
                        .first()
                        .isIn("KEN-S53", "KEN-S54"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"t; drop table t", "t where 1=1", "(select 1)"})
    @Threat(Danger.CONFIGURED_SQL)
    void tableThatIsNoName_isRefused(String table) {
        StreamConfig stream = Configured.stream("t", List.of(), Map.of("table", table));
        assertThatThrownBy(() -> open(stream)).isInstanceOf(ConfigException.class);
    }

    @Test
    void wrongOptions_areReportedTogether() {
        StreamConfig both = Configured.stream("a", List.of(), Map.of("table", "t", "query", "select 1"));
        StreamConfig lookback = Configured.stream("b", List.of(), Map.of("table", "t", "lookback", "1 week"));
        assertThatThrownBy(() -> open(Map.of("url", "h2:mem:x", "fetch-size", "0"), both, lookback))
                .isInstanceOfSatisfying(ConfigException.class, e -> assertThat(e.problems())
                        .extracting(Problem::code)
                        .containsExactly("KEN-S02", "KEN-S03", "KEN-S02", "KEN-S03"));
    }

    @ParameterizedTest
    @CsvSource({
        "bigint, 3, 7, 9, 0",
        "date, '2026-10-03', '2026-10-07', '2026-10-09', 0d",
        "timestamp, '2026-10-03 10:00:00', '2026-10-07 00:00:00.000001', '2026-10-09 00:00:00', 0s",
        "timestamp with time zone, '2026-10-03 10:00:00+09:00', '2026-10-07 10:00:00+09:00', '2026-10-09 10:00:00+00:00', 0h"
    })
    void incrementalStream_goesOnAtItsCursor(String type, String first, String second, String third, String lookback)
            throws Exception {
        execute(
                "create table t (id int, changed " + type + " not null)",
                "insert into t values (2, '" + second + "'), (1, '" + first + "')");
        Map<String, Object> options = Map.of("table", "t", "cursor", "changed", "lookback", lookback);
        Extracted night1 = extract(options, Optional.empty());
        assertThat(night1.keys()).containsExactly("1", "2");
        execute("insert into t values (3, '" + third + "'), (4, '" + second + "')");
        Extracted night2 = extract(options, night1.cursor());
        assertThat(night2.keys()).as("ties of the last cursor are read again").containsExactlyInAnyOrder("2", "4", "3");
        Extracted night3 = extract(options, night2.cursor());
        assertThat(night3.keys()).containsExactly("3");
        assertThat(night3.cursor()).isEqualTo(night2.cursor());
    }

    @Test
    void lookback_findsRowsCommittedLate() throws Exception {
        execute(
                "create table t (id int, changed timestamp)",
                "insert into t values (1, '2026-10-30 12:00:00'), (2, '2026-10-31 12:00:00'), (9, null)");
        Map<String, Object> options = Map.of("table", "t", "cursor", "changed", "lookback", "1d");
        Optional<String> cursor = extract(options, Optional.empty()).cursor();
        assertThat(cursor).contains("2026-10-31T12:00");
        execute("insert into t values (3, '2026-10-31 00:00:00'), (4, '2026-10-29 00:00:00')");
        assertThat(extract(options, cursor).keys())
                .as("within a day before the cursor, and those without one")
                .containsExactlyInAnyOrder("1", "2", "3", "9");
    }

    @Test
    void incrementalQuery_isBoundedToo() throws Exception {
        execute("create table t (id int, n int)", "insert into t values (1, 1), (2, 2), (3, 3), (4, 4)");
        Map<String, Object> options =
                Map.of("query", "select id, n from t where id <> 3", "cursor", "n", "lookback", "1");
        assertThat(extract(options, Optional.of("3")).keys()).containsExactly("2", "4");
    }

    @Test
    void cursorWithoutRows_staysWhereItWas() throws Exception {
        execute("create table t (id int, n int)");
        Map<String, Object> options = Map.of("table", "t", "cursor", "n");
        assertThat(extract(options, Optional.of("5")).cursor()).contains("5");
        assertThat(extract(options, Optional.empty()).cursor()).isEmpty();
    }

    @Test
    void cursorThatCannotGrow_isUnavailable() throws Exception {
        execute("create table t (id int, s varchar(9), n int)", "insert into t values (1, 'a', 1)");
        assertCode("KEN-S52", Map.of("table", "t", "cursor", "s"), Optional.empty());
        assertCode("KEN-S21", Map.of("table", "t", "cursor", "m"), Optional.empty());
        assertCode("KEN-S52", Map.of("table", "t", "cursor", "n"), Optional.of("2026-10-31"));
        assertCode("KEN-S52", Map.of("table", "t", "cursor", "n", "lookback", "1d"), Optional.of("1"));
    }

    @Test
    void twoColumnsOfOneName_areUnavailable() throws Exception {
        execute("create table t (id int)");
        assertCode("KEN-S20", Map.of("query", "select a.id, b.id from t a join t b on a.id = b.id"), Optional.empty());
    }

    @Test
    @Threat(Danger.DATABASE_URL)
    void databaseThatDoesNotExist_isNotCreated() {
        String url = "jdbc:h2:file:" + base.resolve("none") + ";PASSWORD=s3cret";
        StreamConfig stream = Configured.stream("t", List.of(), Map.of("table", "t"));
        Problem problem = Extracts.problem(open(Map.of("url", url), stream), stream);
        assertThat(problem.toString()).contains("KEN-S5", "jdbc:h2:file:").doesNotContain("s3cret");
        assertThat(Files.exists(base.resolve("none.mv.db"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:nosuch://sa:s3cret@host/db?password=s3cret", "jdbc:h2:tcp://localhost:1/x;PASSWORD=s3cret"
            })
    @Threat(Danger.SECRET)
    void unreachableDatabase_isExplainedWithoutCredentials(String url) {
        StreamConfig stream = Configured.stream("t", List.of(), Map.of("table", "t"));
        Source source = open(Map.of("url", url, "user", "sa", "password", "s3cret"), stream);
        assertThatThrownBy(() -> source.extract(stream, Optional.empty()))
                .isInstanceOfSatisfying(SourceUnavailable.class, e -> {
                    assertThat(e.problem().toString()).contains("KEN-S5").doesNotContain("s3cret");
                    assertThat(e).hasNoCause();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'x.sql'", "jdbc:h2:./x;auto_server=true"})
    @Threat({Danger.DATABASE_URL, Danger.LISTENING})
    void urlThatRunsScriptsOrOpensPorts_isRefused(String url) {
        assertThatThrownBy(() -> open(Map.of("url", url))).isInstanceOf(ConfigException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://u:p@h:5432/db?password=p, jdbc:postgresql://h:5432/db",
        "jdbc:postgresql://u:p?x@h/db, jdbc:postgresql://…",
        "jdbc:oracle:thin:u/p@//h:1521/s, jdbc:oracle:thin://h:1521/s",
        "jdbc:h2:mem:x;USER=u;PASSWORD=p, jdbc:h2:mem:x",
        "jdbc:postgresql://h/db?user=a@b.jp, jdbc:postgresql://…"
    })
    @Threat(Danger.SECRET)
    void url_isShownWithoutCredentials(String url, String shown) {
        assertThat(new DatabaseUrl(url)).hasToString(shown);
    }

    private record Extracted(List<String> keys, Optional<String> cursor) {}

    private Extracted extract(Map<String, Object> options, Optional<String> cursor) throws Exception {
        StreamConfig stream = Configured.stream("t", List.of("id"), options);
        try (Source source = open(stream);
                Extraction extraction = source.extract(stream, cursor)) {
            assertThat(extraction.full()).isFalse();
            List<SourceItem> items = Extracts.rest(extraction);
            List<String> keys = Extracts.of(items, SourceRecord.class).stream()
                    .map(SourceRecord::key)
                    .toList();
            return new Extracted(keys, extraction.cursor());
        }
    }

    private List<SourceRecord> records(Map<String, Object> options, String... key) throws Exception {
        StreamConfig stream = Configured.stream("t", List.of(key), options);
        return Extracts.records(open(stream), stream);
    }

    private void assertCode(String code, Map<String, Object> options, Optional<String> cursor) {
        StreamConfig stream = Configured.stream("t", List.of(), options);
        assertThatThrownBy(() -> open(stream).extract(stream, cursor))
                .isInstanceOfSatisfying(
                        SourceUnavailable.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }
}
