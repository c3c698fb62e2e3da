package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.gate.GateTable;
import dev.kenshin.gate.Judgement;
import dev.kenshin.gate.Outcome;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a product's events, without files that hold them. */
class UsageGateTest {
    private Warehouse warehouse;
    private Connection connection;
    private NightPlan plan;

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        TestCompany company = TestCompany.in(directory);
        company.change("config/usage/product.yaml", text -> text.replace("4d }", "4d, volume-change: 40% }"));
        plan = company.plan();
        warehouse = Warehouse.inMemory(List.of());
        connection = warehouse.connection();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        warehouse.close();
    }

    @Test
    void acceptedVolume_isTheNewMeasure_ofTheSameWeekday() throws Exception {
        for (int week = 2; week <= 4; week++) {
            events(SUNDAY.minusWeeks(week), 100);
            events(SATURDAY.minusWeeks(week), 100);
        }
        events(SATURDAY.minusWeeks(1), 100);
        events(SUNDAY.minusWeeks(1), 20);
        events(SATURDAY, 20);
        events(SUNDAY, 21);
        assertThat(outcomes(SUNDAY)).containsExactly("freshness passed", "volume blocked");
        assertThat(outcomes(SATURDAY)).containsExactly("freshness passed", "volume blocked");

        accept(SUNDAY.minusWeeks(1));
        assertThat(outcomes(SUNDAY)).containsExactly("freshness passed", "volume passed");
        assertThat(outcomes(SATURDAY)).containsExactly("freshness passed", "volume not-measured");
        assertThat(outcomes(SUNDAY.minusWeeks(1)))
                .as("the same night again is judged as it was")
                .containsExactly("freshness passed", "volume blocked");
    }

    @Test
    void productWithoutAnyEventYet_isMentioned_untilThereAreSome() throws Exception {
        part(0);
        events(SUNDAY, 10);
        assertThat(outcomes(SATURDAY)).containsExactly("no-events warned");
        assertThat(outcomes(SUNDAY)).containsExactly("freshness passed", "volume not-measured");
    }

    @Test
    void eventsOfWhichNotOneCanBeUsed_areNoSilence() throws Exception {
        part(7);
        assertThat(judge(SUNDAY)).singleElement().satisfies(judgement -> {
            assertThat(judgement.isBlocked()).isTrue();
            assertThat(judgement.problem())
                    .hasValueSatisfying(
                            problem -> assertThat(problem.message().en()).contains("'7' were set aside"));
        });
    }

    @Test
    void eventsThatAreGone_blockUntilAPersonAcceptsIt_andAgainOnceThereWereOthers() throws Exception {
        found(SATURDAY.minusDays(3));
        part(0);
        assertThat(outcomes(SATURDAY)).containsExactly("no-events blocked");
        accept(SATURDAY);
        assertThat(outcomes(SATURDAY)).containsExactly("no-events blocked");
        assertThat(outcomes(SUNDAY)).containsExactly("no-events warned");
        found(SUNDAY);
        assertThat(outcomes(SUNDAY.plusDays(1))).containsExactly("no-events blocked");
    }

    private List<String> outcomes(LocalDate asOf) throws SQLException {
        return judge(asOf).stream()
                .map(judgement ->
                        judgement.gate().word() + " " + judgement.outcome().word())
                .toList();
    }

    private List<Judgement> judge(LocalDate asOf) throws SQLException {
        return new UsageGate(
                        Trial.night(plan, asOf, warehouse, connection),
                        plan.usage().get(0))
                .judge();
    }

    /** As if a person had accepted all that was blocked on the date. */
    private void accept(LocalDate asOf) throws SQLException {
        GateTable.replace(
                connection,
                asOf,
                UsageStep.judging(plan.usage().get(0)),
                judge(asOf).stream()
                        .map(judgement -> judgement.isBlocked() ? judgement.as(Outcome.ACCEPTED) : judgement)
                        .toList());
    }

    private void events(LocalDate day, int events) throws SQLException {
        part(0);
        Query.update(connection, "insert into usage.part_day select max(part_id), ?, ? from usage.part", day, events);
    }

    /** As if a night had found events of its date. */
    private void found(LocalDate asOf) throws SQLException {
        Query.update(
                connection,
                "insert into ops.source_status by name select ?::date as as_of, 'product' as source,"
                        + " 'events' as stream, 'fresh' as status, as_of as data_date",
                asOf);
    }

    private void part(int rejected) throws SQLException {
        Query.update(
                connection,
                "insert into usage.part select nextval('usage.part_id'), 'product', '', 0, timestamp '2026-11-01', '', ?",
                rejected);
    }
}
