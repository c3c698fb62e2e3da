package dev.kenshin.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kenshin.config.Secrets;
import dev.kenshin.problem.Problem;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import dev.kenshin.warehouse.WarehouseException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseUsageTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static EmbeddedPostgres postgres;

    private Warehouse warehouse;

    /** The databases that are verified. */
    enum Product {
        POSTGRESQL,
        H2;

        String url() {
            return this == H2 ? "jdbc:h2:mem:events;DB_CLOSE_DELAY=-1" : postgres.getJdbcUrl("postgres", "postgres");
        }
    }

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void open() {
        warehouse = Warehouse.inMemory(List.of());
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @ParameterizedTest
    @EnumSource
    void nightByNight_agreesWithANaiveCount(Product product) throws Exception {
        table(product, "timestamp with time zone");
        Random random = new Random(20261031);
        LocalDateTime start = LocalDateTime.of(2026, 10, 20, 0, 0);
        Map<String, Integer> expected = new TreeMap<>();
        for (int night = 0; night < 6; night++) {
            List<OffsetDateTime> times = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                int late = night == 0 ? 0 : random.nextInt(3);
                LocalDateTime local = start.plusDays(night - late).plusMinutes(random.nextInt(1440));
                times.add(
                        local.atZone(TOKYO).withZoneSameInstant(ZoneOffset.UTC).toOffsetDateTime());
                expected.merge("t1 u1 " + local.toLocalDate() + " login", 1, Integer::sum);
            }
            insert(product, "t1", times);
            UsageResult result = aggregate(product, start.toLocalDate().plusDays(night));
            assertThat(result.lastDay()).contains(start.toLocalDate().plusDays(night));
            assertThat(daily()).containsExactlyElementsOf(rows(expected));
        }
    }

    @ParameterizedTest
    @EnumSource
    void eventsAfterTheAsOfDate_waitForTheirNight(Product product) throws Exception {
        table(product, "timestamp");
        execute(
                product,
                "insert into events values ('t1', 'u1', '2026-10-30 23:59:59', 'login', 1.25),"
                        + " ('t1', 'u1', '2026-10-31 00:00:00', 'login', null)");

        UsageResult first = aggregate(product, LocalDate.of(2026, 10, 30));
        assertThat(first).isEqualTo(new UsageResult(1, 0, 0, 1, 0, Optional.of(LocalDate.of(2026, 10, 30))));
        assertThat(daily()).containsExactly("t1 u1 2026-10-30 login 1 1.2500");
        aggregate(product, LocalDate.of(2026, 10, 31));
        assertThat(daily()).containsExactly("t1 u1 2026-10-30 login 1 1.2500", "t1 u1 2026-10-31 login 1 -");
    }

    @ParameterizedTest
    @EnumSource
    void lateDays_areReplaced_olderDaysAreNotAskedFor(Product product) throws Exception {
        table(product, "timestamp");
        execute(
                product,
                "insert into events values ('t1', 'u1', '2026-10-20 10:00:00', 'login', 1),"
                        + " ('t1', 'u1', '2026-10-29 10:00:00', 'login', 1), ('t1', 'u1', '2026-10-30 10:00:00', 'login', 1)");
        aggregate(product, LocalDate.of(2026, 10, 30));
        execute(product, "delete from events");
        execute(product, "insert into events values ('t1', 'u1', '2026-10-30 10:00:00', 'edit', 1)");

        UsageResult result = aggregate(product, LocalDate.of(2026, 10, 31));
        assertThat(result.events()).isEqualTo(1);
        assertThat(daily()).containsExactly("t1 u1 2026-10-20 login 1 1.0000", "t1 u1 2026-10-30 edit 1 1.0000");
        List<String> before = daily();
        for (int day : new int[] {31, 25, 31}) {
            aggregate(product, LocalDate.of(2026, 10, day));
            assertThat(daily()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eventsWithoutAccountOrUser_areRejected(Product product) throws Exception {
        table(product, "timestamp");
        execute(
                product,
                "insert into events values (null, 'u1', '2026-10-30 10:00:00', 'login', 1),"
                        + " ('t1', '', '2026-10-30 10:00:00', 'login', 1), ('t1', 'u1', '2026-10-30 10:00:00', null, 1)");
        UsageResult result = aggregate(product, LocalDate.of(2026, 10, 30));
        assertThat(result.rejected()).isEqualTo(2);
        assertThat(daily()).containsExactly("t1 u1 2026-10-30 1 1.0000");
    }

    @ParameterizedTest
    @EnumSource
    void missingColumnAndTable_areNamed(Product product) throws Exception {
        table(product, "timestamp");
        execute(product, "alter table events rename column tenant_id to tenant");
        assertThat(problem(product, "events").message().en())
                .startsWith("there is no column 'tenant_id'")
                .containsIgnoringCase("the nearest is 'tenant'");
        Problem noTable = problem(product, "no_events");
        assertThat(noTable.code()).isEqualTo("KEN-U05");
        assertThat(noTable.message().en()).contains("no table 'no_events'");
    }

    @Test
    void eventsOfWhichNoneCouldBeUsed_areAskedForAgain_howeverOldTheyAre() throws Exception {
        table(Product.H2, "timestamp");
        execute(Product.H2, "insert into events values (null, 'u1', '2026-08-30 12:00:00', 'login', null)");
        LocalDate asOf = LocalDate.of(2026, 10, 31);
        assertThat(aggregate(Product.H2, asOf).rejected()).isEqualTo(1);

        execute(Product.H2, "update events set tenant_id = 't1'");
        assertThat(aggregate(Product.H2, asOf).events()).isEqualTo(1);
    }

    @Test
    void databaseThatIsDown_isUnavailable_withoutItsPassword() {
        Map<String, String> options =
                Map.of("url", "jdbc:postgresql://localhost:1/x?password=secret", "table", "events", "login", "me");
        UsageUnavailable thrown = catchThrowableOfType(
                UsageUnavailable.class, () -> new UsageStage(warehouse, Path.of("."), TOKYO, new Secrets(Map.of()))
                        .aggregate(UsageTesting.config("jdbc", options), LocalDate.of(2026, 10, 31)));
        assertThat(thrown.problem().code()).isEqualTo("KEN-U05");
        assertThat(thrown.problem().toString()).doesNotContain("secret");
    }

    @Test
    void warehouseThatTakesNoRows_isNoOutageOfTheDatabase() throws Exception {
        table(Product.H2, "timestamp");
        execute(Product.H2, "insert into events values ('t1', 'u1', '2026-10-30 10:00:00', 'login', null)");
        try (Connection conn = warehouse.connection()) {
            Query.update(conn, "alter table usage.daily alter column seconds set not null");
        }
        assertThatThrownBy(() -> aggregate(Product.H2, LocalDate.of(2026, 10, 30)))
                .isInstanceOf(WarehouseException.class)
                .hasRootCauseInstanceOf(SQLException.class);
    }

    private UsageResult aggregate(Product product, LocalDate asOf) throws SQLException, UsageUnavailable {
        return aggregate(product, "events", asOf);
    }

    private UsageResult aggregate(Product product, String table, LocalDate asOf) throws SQLException, UsageUnavailable {
        Map<String, String> options = Map.of("url", product.url(), "table", table);
        return new UsageStage(warehouse, Path.of("."), TOKYO, new Secrets(Map.of()))
                .aggregate(UsageTesting.config("jdbc", options), asOf);
    }

    private Problem problem(Product product, String table) {
        UsageUnavailable thrown = catchThrowableOfType(
                UsageUnavailable.class, () -> aggregate(product, table, LocalDate.of(2026, 10, 31)));
        assertThat(thrown).isNotNull();
        return thrown.problem();
    }

    private List<String> daily() throws SQLException {
        return UsageTesting.daily(warehouse);
    }

    private static List<String> rows(Map<String, Integer> expected) {
        List<String> rows = new ArrayList<>();
        expected.forEach((key, events) -> rows.add(key + " " + events + " " + events + ".0000"));
        return rows;
    }

    private static void table(Product product, String time) throws SQLException {
        execute(product, "drop table if exists events");
        execute(
                product,
                "create table events (tenant_id varchar(20), user_id varchar(20), occurred_at " + time
                        + ", event varchar(20), seconds double precision)");
    }

    private static void insert(Product product, String tenant, List<OffsetDateTime> times) throws SQLException {
        try (Connection conn = DriverManager.getConnection(product.url());
                PreparedStatement insert =
                        conn.prepareStatement("insert into events values (?, 'u1', ?, 'login', 1)")) {
            for (OffsetDateTime time : times) {
                insert.setString(1, tenant);
                insert.setObject(2, time);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void execute(Product product, String sql) throws SQLException {
        try (Connection conn = DriverManager.getConnection(product.url());
                Statement statement = conn.createStatement()) {
            statement.execute(sql);
        }
    }
}
