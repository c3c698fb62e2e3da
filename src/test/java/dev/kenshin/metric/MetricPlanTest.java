package dev.kenshin.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the reading says of accounts A (busy), B (quiet) and C (without any row). */
final class MetricPlanTest {
    private static final LocalDate D = LocalDate.of(2026, 10, 31);

    private final TestWarehouse warehouse;

    MetricPlanTest() throws SQLException {
        this.warehouse = new TestWarehouse();
    }

    @BeforeEach
    void fill() throws SQLException {
        warehouse.execute("alter table model.account add column unit_price decimal(18,4)");
        warehouse.execute("insert into model.account (mapping, record_key, account_id, name, started_on, unit_price)"
                + " values ('m', 'a', 'A', 'Alpha', '2026-01-01', 100), ('m', 'b', 'B', 'Beta', '2026-10-01', null),"
                + " ('m', 'c', 'C', 'Gamma', null, 0)");
        warehouse.execute("insert into model.usage_daily values ('A', 'u1', '2026-10-31', 'login', 2, null),"
                + " ('A', 'u2', '2026-10-04', 'task', 3, null), ('A', 'u3', '2026-10-03', 'task', 5, null),"
                + " ('A', 'u4', '2026-11-01', 'task', 7, null), ('B', 'u5', '2026-09-01', 'login', 1, null)");
        warehouse.execute("insert into model.ticket (mapping, record_key, account_id, opened_at, closed_at, category)"
                + " values ('m', 't1', 'A', '2026-10-31 23:59:59', null, 'bug'),"
                + " ('m', 't2', 'A', '2026-11-01 00:00:00', null, 'question'), ('m', 't3', 'B', null, null, null)");
    }

    @AfterEach
    void close() throws SQLException {
        warehouse.close();
    }

    @Test
    void window_holdsItsDaysUpToTheAsOfDate() throws SQLException {
        measure("it: { label: It, from: usage_daily, value: sum(events), window: 28d }");
        assertThat(number("A", "it")).contains(5.0);
    }

    @Test
    void withoutWindow_factsOfTomorrowDoNotExist() throws SQLException {
        measure("""
                used: { label: Used, from: usage_daily, value: sum(events) }
                asked: { label: Asked, from: ticket, value: count(*) }
                """);
        assertThat(number("A", "used")).contains(10.0);
        assertThat(number("A", "asked")).contains(1.0);
    }

    @Test
    void rowWithoutDate_countsOnlyWithoutWindow() throws SQLException {
        measure("""
                ever: { label: Ever, from: ticket, value: count(*) }
                lately: { label: Lately, from: ticket, value: count(*), window: 90d }
                closed: { label: Closed, from: ticket, value: count(*), time: closed_at }
                """);
        assertThat(number("B", "ever")).contains(1.0);
        assertThat(number("B", "lately")).isEmpty();
        assertThat(number("B", "closed")).isEmpty();
    }

    @Test
    void accountWithoutRows_getsWhenNoneOrIsUnknown() throws SQLException {
        measure("""
                silent: { label: It, from: usage_daily, value: count(*), window: 28d, when-none: 0 }
                unknown: { label: It, from: usage_daily, value: count(*), window: 28d }
                filtered: { label: It, from: usage_daily, value: count(*), where: event = 'task', window: 28d }
                """);
        for (String account : List.of("B", "C")) {
            assertThat(number(account, "silent")).contains(0.0);
            assertThat(number(account, "unknown")).isEmpty();
        }
        assertThat(number("A", "filtered")).contains(1.0);
    }

    @Test
    void rowsWithoutValue_areUnknownInSpiteOfWhenNone() throws SQLException {
        measure("it: { label: It, from: usage_daily, value: sum(seconds), when-none: 0 }");
        assertThat(number("A", "it")).isEmpty();
        assertThat(number("C", "it")).contains(0.0);
    }

    @Test
    void condition_restrictsEveryAggregateOfTheExpression() throws SQLException {
        measure("it: { label: It, from: usage_daily, value: sum(events) + 10 * count(*) filter (where user_id = 'u2'),"
                + " where: event = 'task' }");
        assertThat(number("A", "it")).contains(18.0);
    }

    @Test
    void change_comparesWithTheWindowBefore() throws SQLException {
        measure("""
                users: { label: Users, from: usage_daily, value: count(distinct user_id), window: 28d, when-none: 0 }
                ratio: { label: Ratio, change-of: users, as: ratio }
                difference: { label: Difference, change-of: users, as: difference }
                """);
        assertThat(number("A", "ratio")).contains(1.0);
        assertThat(number("A", "difference")).contains(1.0);
        assertThat(number("C", "ratio")).isEmpty();
        assertThat(number("C", "difference")).contains(0.0);
    }

    @Test
    void divisionByZero_isUnknown() throws SQLException {
        measure("""
                share: { label: Share, value: 5 / unit_price }
                doubled: { label: Doubled, value: 2 * share }
                """);
        assertThat(number("A", "doubled")).contains(0.1);
        assertThat(number("C", "share")).isEmpty();
        assertThat(number("C", "doubled")).isEmpty();
    }

    @Test
    void truthValues_areOneAndZero() throws SQLException {
        MetricPlan plan = measure("""
                early: { label: Early, value: started_on < date '2026-06-01' }
                any: { label: Any, from: ticket, value: count(*) > 0, when-none: 0 }
                """);
        assertThat(number("A", "early")).contains(1.0);
        assertThat(number("B", "early")).contains(0.0);
        assertThat(number("C", "early")).isEmpty();
        assertThat(number("C", "any")).contains(0.0);
        assertThat(plan.metric("any").orElseThrow().type()).isEqualTo(MetricType.BOOLEAN);
    }

    @Test
    void texts_areKeptAsTexts() throws SQLException {
        MetricPlan plan = measure("it: { label: It, from: ticket, value: max(category) }");
        assertThat(warehouse.reading("A").text("it")).contains("bug");
        assertThat(plan.metric("it").orElseThrow().type()).isEqualTo(MetricType.TEXT);
        assertThat(warehouse.rows("select * from metric.metric_value where account_id = 'A'"))
                .singleElement()
                .satisfies(row -> assertThat(row.text("text")).contains("bug"))
                .satisfies(row -> assertThat(row.value("value")).isEmpty());
    }

    @Test
    void query_seesNoFactsOfTomorrow() throws SQLException {
        measure(
                "it: { label: It, sql: 'select account_id, sum(events) as value from usage_daily group by account_id' }");
        assertThat(number("A", "it")).contains(10.0);
        assertThat(number("C", "it")).isEmpty();
    }

    @Test
    void queryWithSeveralRowsAnAccount_stopsTheNightAndNamesTheMetric() {
        assertThatThrownBy(
                        () -> measure("it: { label: It, sql: 'select account_id, events as value from usage_daily' }"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("metric 'it' (sql:) yields several rows for account A");
    }

    @Test
    void netPromoterScore_countsScoresAndNeedsEnough() throws SQLException {
        warehouse.execute("insert into model.survey_response (mapping, record_key, account_id, answered_at, score)"
                + " values ('m', '1', 'A', '2026-10-01', 10), ('m', '2', 'A', '2026-10-01', 9),"
                + " ('m', '3', 'A', '2026-10-01', 0), ('m', '4', 'A', '2026-10-01', 7),"
                + " ('m', '5', 'A', '2026-10-01', null), ('m', '6', 'B', '2026-10-01', null)");
        measure("""
                nps: { label: NPS, nps: score, from: survey_response, window: 365d }
                demanding: { label: NPS, nps: score, from: survey_response, window: 365d, at-least: 5 }
                """);
        assertThat(number("A", "nps")).contains(25.0);
        assertThat(number("A", "demanding")).isEmpty();
        assertThat(number("B", "nps")).isEmpty();
    }

    @Test
    void segments_takeTheFirstConditionThatIsTrue_andSeeEarlierSegments() throws SQLException {
        String segments = """
                age:
                  label: Age
                  classes:
                    young: { when: tenure < 90 }
                    old: { when: tenure >= 90 }
                  otherwise: unknown
                cohort:
                  label: Group
                  classes:
                    kept: { when: "age = 'old'" }
                  otherwise: "it's new"
                """;
        measure(Compiled.of("tenure: { label: Tenure, value: as_of - started_on }\n", segments, List.of()));
        assertThat(warehouse.reading("A").text("cohort")).contains("kept");
        assertThat(warehouse.reading("B").text("age")).contains("young");
        assertThat(warehouse.reading("C").text("age")).contains("unknown");
        assertThat(warehouse.rows("select * from score.segment where segment = 'cohort' and class = 'it''s new'"))
                .hasSize(2);
    }

    @Test
    void conditionsOfScorecards_areColumns_andUnknownIsNotTrue() throws SQLException {
        measure(Compiled.of(
                "asked: { label: Asked, from: ticket, value: count(*) > 0, when-none: 0 }\n",
                "",
                List.of(Compiled.scorecard("unit_price > 0", "asked"))));
        String applies = MetricPlan.applies("standard");
        String override = MetricPlan.override("standard", "rule");
        assertThat(warehouse.reading("A").value(applies)).contains(true);
        assertThat(warehouse.reading("B").value(applies)).contains(false);
        assertThat(warehouse.reading("A").value(override)).contains(true);
        assertThat(warehouse.reading("C").value(override)).contains(false);
    }

    @Test
    void measuringAgain_replacesTheDateAndKeepsOthers() throws SQLException {
        Compiled compiled = Compiled.metric("from: usage_daily, value: sum(events), when-none: 0");
        measure(compiled);
        compiled.plan().measure(warehouse.connection(), D.minusDays(1));
        warehouse.execute("delete from model.usage_daily");
        measure(compiled);
        assertThat(warehouse.rows("select sum(value) as value, count(*) as rows from metric.metric_value group by as_of"
                        + " order by as_of"))
                .extracting(row -> row.number("value"), row -> row.number("rows"))
                .containsExactly(tuple(Optional.of(9.0), Optional.of(3.0)), tuple(Optional.of(0.0), Optional.of(3.0)));
    }

    @Test
    void measuring_staysInTheCallersTransaction() throws SQLException {
        Connection connection = warehouse.connection();
        Compiled compiled = Compiled.metric("from: usage_daily, value: sum(events)");
        connection.setAutoCommit(false);
        compiled.plan().measure(connection, D);
        connection.rollback();
        connection.setAutoCommit(true);
        assertThat(warehouse.rows("select * from metric.metric_value")).isEmpty();
        assertThat(warehouse.rows("select * from duckdb_tables() where table_name = 'reading'"))
                .isEmpty();
    }

    @Test
    void tables_areKnownThroughOtherMetrics() throws SQLException {
        MetricPlan plan = measure("""
                users: { label: Users, from: usage_daily, value: count(distinct user_id), window: 28d }
                trend: { label: Trend, change-of: users, as: ratio }
                asked: { label: Asked, sql: 'select t.account_id, 1 as value from ticket t join account a
                  on a.account_id = t.account_id' }
                mixed: { label: Mixed, value: trend + asked }
                price: { label: Price, value: unit_price }
                """);
        assertThat(plan.tablesOf("trend")).containsExactly("usage_daily");
        assertThat(plan.tablesOf("mixed")).containsExactlyInAnyOrder("usage_daily", "ticket", "account");
        assertThat(plan.tablesOf("price")).containsExactly("account");
    }

    private MetricPlan measure(String yaml) throws SQLException {
        return measure(Compiled.metrics(yaml + "\n"));
    }

    private MetricPlan measure(Compiled compiled) throws SQLException {
        assertThat(compiled.problems()).isEmpty();
        compiled.plan().measure(warehouse.connection(), D);
        assertThat(warehouse.accounts()).containsExactly("A", "B", "C");
        return compiled.plan();
    }

    private Optional<Double> number(String account, String metric) throws SQLException {
        return warehouse.reading(account).number(metric);
    }
}
