package dev.kenshin.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishedTablesTest {
    private Night night;

    @BeforeEach
    void open() throws SQLException {
        night = new Night();
    }

    @AfterEach
    void close() throws SQLException {
        night.close();
    }

    @Test
    void everyQuery_yieldsExactlyTheDocumentedColumns() throws Exception {
        for (PublishedTable table : night.tables().all()) {
            assertThat(columnsOf(table))
                    .as(table.name())
                    .isEqualTo(
                            table.columns().stream().map(PublishedColumn::name).toList());
        }
    }

    @Test
    void worstHealthComesFirst_unknownLast() throws Exception {
        night.scored("C1", "良い会社", 80.0, "low")
                .scored("C2", "不明な会社", null, "unknown")
                .scored("C4", "同点", 12.5, "critical")
                .scored("C3", "危ない会社", 12.5, "critical");

        assertThat(rows("account_health"))
                .extracting(row -> row.get("account_id"))
                .containsExactly("C3", "C4", "C1", "C2");
    }

    @Test
    void change_isAgainstTheNearestSnapshot_orUnknown() throws Exception {
        night.scored("C1", "会社", 50.0, "medium")
                .health(Night.AS_OF.minusDays(1), "C1", 49.5, "high")
                .health(Night.AS_OF.minusDays(8), "C1", 10.0, "critical")
                .health(Night.AS_OF.minusDays(30), "C1", null, "unknown")
                .health(Night.AS_OF.minusDays(98), "C1", 10.0, "critical")
                .health(Night.AS_OF.minusDays(365), "C1", 75.0, "low");

        Map<String, Object> row = rows("account_health").get(0);
        assertThat(row)
                .containsEntry("change_1d", 0.5)
                .containsEntry("change_7d", 40.0)
                .containsEntry("change_30d", null)
                .containsEntry("change_90d", null)
                .containsEntry("change_365d", -25.0);
    }

    @Test
    void contract_countsWhatIsInForceOnTheDay() throws Exception {
        night.scored("C1", "会社", 50.0, "medium");
        contract("C1", "2026-01-01", "2026-12-31", "2026-11-30", null, 10, "100000");
        contract("C1", "2026-10-31", null, null, null, 5, "50000.5");
        contract("C1", "2025-01-01", "2026-10-30", null, null, 99, "1");
        contract("C1", "2026-01-01", "2027-12-31", null, "2026-10-31", 99, "1");
        contract("C1", "2026-11-01", null, null, null, 99, "1");
        contract("C1", "2025-01-01", "2026-10-30", null, "2026-11-30", 99, "1");
        contract("C1", null, "2026-10-30", null, null, 99, "1");

        Map<String, Object> row = rows("account_health").get(0);
        assertThat(row)
                .containsEntry("contract_status", "active")
                .containsEntry("seats", 15L)
                .containsEntry("renewal_date", LocalDate.of(2026, 11, 30))
                .containsEntry("days_to_renewal", 30L);
        assertThat(row.get("mrr")).asString().isEqualTo("150000.5000");
        assertThat(row.get("arr")).asString().isEqualTo("1800006.0000");
    }

    @Test
    void contractStatus_tellsChurnedFromExpiredFromUpcomingFromNone() throws Exception {
        night.scored("C1", "a", 1.0, "critical")
                .scored("C2", "b", 2.0, "critical")
                .scored("C3", "c", 3.0, "critical");
        night.scored("C4", "d", 4.0, "critical");
        contract("C1", "2025-01-01", "2026-12-31", null, "2026-09-30", 1, "1");
        contract("C2", "2025-01-01", "2026-09-30", null, null, 1, "1");
        contract("C3", "2026-11-01", null, null, null, 1, "1");
        contract("C1", "2026-11-01", null, null, "2026-10-01", 1, "1");
        contract("C2", "2025-01-01", "2026-09-30", null, "2026-11-30", 1, "1");

        assertThat(rows("account_health"))
                .extracting(row -> row.get("contract_status"))
                .containsExactly("churned", "expired", "upcoming", "none");
    }

    @Test
    void upsell_leavesOutProposalsPastTheirDate_andTakesABlankForecastForNothing() throws Exception {
        night.scored("C1", "会社", 50.0, "medium")
                .run("insert into model.upsell (mapping, record_key, account_id, target, forecast, due_on)"
                        + " values ('u', '1', 'C1', 500, null, null), ('u', '2', 'C1', 1000, 600, date '2026-10-31'),"
                        + " ('u', '3', 'C1', 300, 300, date '2026-10-30')");

        Map<String, Object> row = rows("account_health").get(0);
        assertThat(row.get("upsell_target")).asString().isEqualTo("1500.0000");
        assertThat(row.get("upsell_forecast")).asString().isEqualTo("600.0000");
    }

    @Test
    void segmentsAndCustomVariables_areColumnsOfTheirOwn() throws Exception {
        night.scored("C1", "会社", 50.0, "medium")
                .run("update model.account set unit_price = 1234.5")
                .run("insert into score.segment values (?, 'C1', 'lifecycle', 'adoption')", Night.AS_OF)
                .run("insert into score.segment values (?, 'C1', 'lifecycle', 'churned')", Night.AS_OF.minusDays(1));

        Map<String, Object> row = rows("account_health").get(0);
        assertThat(row).containsEntry("lifecycle", "adoption");
        assertThat(row.get("unit_price")).asString().isEqualTo("1234.5000");
    }

    @Test
    void ownColumn_whoseNameIsTaken_getsAPrefix() {
        Glossary words = Night.glossary();
        PublishedTable table = new PublishedTables(words).table("account_health");
        OwnColumns own = OwnColumns.of(words, table.columns());

        assertThat(own.columns())
                .extracting(PublishedColumn::name)
                .containsExactly("segment_lifecycle", "custom_unit_price");
    }

    @Test
    void staleSource_marksTheAccountsThatItFeeds() throws Exception {
        night.scored("C1", "会社", 50.0, "medium")
                .scored("C2", "別会社", 60.0, "medium")
                .run(
                        "update score.account_health set source_status = 'stale', stale_sources = 'nps', source_age_days = 3"
                                + " where account_id = 'C1'");

        List<Map<String, Object>> rows = rows("account_health");
        assertThat(rows.get(0))
                .containsEntry("source_status", "stale")
                .containsEntry("stale_sources", "nps")
                .containsEntry("source_age_days", 3L);
        assertThat(rows.get(1).get("source_status")).isNull();
        assertThat(rows("health_history"))
                .extracting(row -> row.get("source_status"))
                .containsExactly("stale", null);
    }

    @Test
    void components_carryTheWordsOfTheirScorecard() throws Exception {
        night.scored("C1", "会社", 50.0, "medium")
                .run(
                        "insert into score.health_component values (?, 'C1', 1, 'usage', 'utilisation', 0.12, null, 28, 40, 1, -72,"
                                + " 'present', 1, 'utilisation', null, null, 1)",
                        Night.AS_OF);

        assertThat(rows("health_component").get(0))
                .containsEntry("group_label_ja", "利用")
                .containsEntry("label_en", "Utilisation")
                .containsEntry("unit", "ratio");
    }

    @Test
    void history_knowsNothingOfLaterDates() throws Exception {
        night.scored("C1", "会社", 50.0, "medium")
                .health(Night.AS_OF.plusDays(1), "C1", 10.0, "critical")
                .health(Night.AS_OF.minusDays(1), "C1", 60.0, "medium");

        assertThat(rows("health_history")).extracting(row -> row.get("health")).containsExactly(60.0, 50.0);
    }

    @Test
    void dictionary_explainsEveryColumnAndEveryMetric() throws Exception {
        List<String> documented = rows("data_dictionary").stream()
                .map(row -> row.get("table_name") + "." + row.get("column_name"))
                .toList();

        for (PublishedTable table : night.tables().all()) {
            assertThat(documented)
                    .containsAll(table.columns().stream()
                            .map(column -> table.name() + "." + column.name())
                            .toList());
        }
        assertThat(documented).contains("metric_value.utilisation", "account_health.unit_price");
    }

    @Test
    void metricValues_ofAnUnknownMetric_stillShow() throws Exception {
        night.scored("C1", "会社", 50.0, "medium")
                .run("insert into metric.metric_value values (?, 'C1', 'gone', 1.5, null)", Night.AS_OF)
                .run("insert into metric.metric_value values (?, 'C1', 'nps', 'infinity'::double, null)", Night.AS_OF);

        assertThat(rows("metric_value")).extracting(row -> row.get("value")).containsExactly(1.5, null);
    }

    @Test
    void configurationWithoutWords_stillYieldsAllTables() throws Exception {
        Glossary none = new Glossary(List.of(), List.of(), List.of(), List.of());
        night.scored("C1", "会社", 50.0, "medium")
                .run("insert into metric.metric_value values (?, 'C1', 'nps', 1, null)", Night.AS_OF);
        for (PublishedTable table : new PublishedTables(none).all()) {
            assertThat(columnsOf(table)).as(table.name()).hasSameSizeAs(table.columns());
        }
    }

    private void contract(
            String account,
            @Nullable String starts,
            @Nullable String ends,
            @Nullable String renews,
            @Nullable String churned,
            int seats,
            String mrr)
            throws SQLException {
        night.run(
                "insert into model.contract (mapping, record_key, account_id, starts_on, ends_on, renews_on, churned_on, seats, mrr)"
                        + " values ('c', 'k', ?, cast(? as date), cast(? as date), cast(? as date), cast(? as date), ?, cast(? as decimal(18,4)))",
                account,
                starts,
                ends,
                renews,
                churned,
                seats,
                mrr);
    }

    private List<Map<String, Object>> rows(String name) throws Exception {
        PublishedTable table = night.tables().table(name);
        List<Map<String, Object>> rows = new ArrayList<>();
        TableRows.read(night.connection, table, Night.AS_OF, values -> {
            Map<String, Object> row = new HashMap<>();
            for (int i = 0; i < values.length; i++) {
                row.put(table.columns().get(i).name(), values[i]);
            }
            rows.add(row);
        });
        return rows;
    }

    private List<String> columnsOf(PublishedTable table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = night.connection.prepareStatement(table.sql())) {
            statement.setObject(1, Night.AS_OF);
            try (ResultSet rows = statement.executeQuery()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    names.add(rows.getMetaData().getColumnName(i));
                }
            }
        }
        return names;
    }
}
