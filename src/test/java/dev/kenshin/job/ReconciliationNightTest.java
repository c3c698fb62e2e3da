package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every night counts before it publishes, and what happens if rows are gone that nobody took away. */
class ReconciliationNightTest extends AfterFirstNight {
    private static final String DIFFERING = "select stage || ' ' || subject || ' ' || figure || ' ' || difference"
            + " from ops.reconciliation where difference <> 0 order by 1";

    @Test
    void night_keepsWhatItCounted() throws Exception {
        assertThat(company.rows("select concat_ws(' ', stage, subject, figure, expected) from ops.reconciliation"
                        + " where as_of = date '2026-10-31' and difference = 0 order by 1"))
                .contains(
                        "land crm.contracts extracted 6",
                        "land crm.contracts records 6",
                        "map contract records 6",
                        "map ticket records 4",
                        "publish tables account_health 5",
                        "score accounts scored 5",
                        "score newcomers components 1",
                        "score newcomers scored 1",
                        "score standard components 12",
                        "score standard scored 4",
                        "use product events 14");
        assertThat(company.rows(DIFFERING)).isEmpty();
        assertThat(company.rows("select step from ops.kept")).isEmpty();
    }

    /** Nothing of the model is looked at by a night that has nothing to map, so that only counting shows it. */
    @Test
    void rowsOfTheModelThatAreGone_stopTheNight_andTheNextRevisionMapsThemAgain(@TempDir Path directory)
            throws Exception {
        TestCompany undisturbed = company.copyTo(directory.resolve("undisturbed"));
        Map<String, String> published = Tree.of(company.home.exports());
        behindItsBack("delete from model.contract where contract_id = 'K1'");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.FAILED);
        assertThat(company.findings()).containsExactly("KEN-J60");
        assertThat(company.report().findings().get(0).fix().en())
                .endsWith("kenshin run nightly --as-of 2026-11-01 --force");
        assertThat(company.rows(DIFFERING)).containsExactly("map contract records -1");
        assertThat(Tree.of(company.home.exports())).isEqualTo(published);

        assertThat(company.runAgain(SUNDAY)).isEqualTo(ExitCode.DONE);
        undisturbed.run(SUNDAY);
        assertThat(WarehouseContent.of(company.home)).isEqualTo(WarehouseContent.of(undisturbed.home));
    }

    @Test
    void recordsAndEventsThatAreGone_areReadAgain() throws Exception {
        behindItsBack("delete from landing.record where stream = 'crm.contracts' and key = 'K1'");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.count("land crm.contracts", "added")).isEqualTo(1);

        behindItsBack("delete from usage.daily where event = 'login'");
        assertThat(company.runAgain(SUNDAY)).isEqualTo(ExitCode.FAILED);
        assertThat(company.rows(DIFFERING)).singleElement().asString().startsWith("use product events -");
        assertThat(company.runAgain(SUNDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.rows("select sum(events) from usage.daily")).containsExactly("14");
    }

    @Test
    void scoresThatAreGone_showByCardAndComponent() throws Exception {
        behindItsBack("delete from score.health_component where account_id = 'C1' and metric = 'open_tickets';"
                + " delete from metric.metric_value where account_id = 'C2' and metric = 'seats'");
        Reconciliation reconciliation = new Reconciliation(SATURDAY);
        try (Warehouse warehouse = Warehouse.readOnly(company.home.warehouse());
                Connection connection = warehouse.connection()) {
            new ScoredFigures(connection, Trial.night(company.plan(), SATURDAY, warehouse, connection), reconciliation)
                    .count();
        }
        assertThat(reconciliation.figures())
                .filteredOn(Reconciliation.Figure::differs)
                .extracting(figure -> figure.subject() + " " + figure.name())
                .containsExactly("accounts measured", "standard components");
    }

    /** Broken lines, keys given twice and values that do not convert: a hundredth of a thousand rows. */
    @Test
    void hundredthOfBadRows_isAccountedForToTheLastRow_onBothNights(@TempDir Path directory) throws Exception {
        TestCompany large = TestCompany.in(directory.resolve("large"));
        StringBuilder rows = new StringBuilder();
        for (int i = 10; i < 1000; i++) {
            String seats = i % 200 == 0 ? "多数" : "3";
            String surplus = i % 250 == 0 ? ",?" : "";
            String key = "K" + (i % 300 == 0 ? i - 1 : i);
            rows.append(key)
                    .append(",さくら,2024-01-15,")
                    .append(seats)
                    .append(",30000")
                    .append(surplus)
                    .append('\n');
        }
        large.append("files/contracts.csv", rows.toString());
        large.run(SATURDAY);
        assertAddsUp(large, 996, 3 + 3);
        assertThat(large.count("map contract", "mapped") + large.count("map contract", "quarantined"))
                .isEqualTo(large.count("land crm.contracts", "added"));

        large.append("files/contracts.csv", "K1000,さくら,2024-01-15,3,30000\nK1001,さくら,2024-01-15,なし,30000\n");
        large.change("files/contracts.csv", text -> text.replace("K11,さくら,2024-01-15,3", "K11,さくら,2024-01-15,4"));
        large.run(SUNDAY);
        assertAddsUp(large, 998, 3 + 3);
        assertThat(large.count("map contract", "mapped") + large.count("map contract", "quarantined"))
                .isEqualTo(3);
    }

    private static void assertAddsUp(TestCompany company, long extracted, long quarantined)
            throws IOException, SQLException {
        String step = "land crm.contracts";
        assertThat(company.count(step, "extracted")).isEqualTo(extracted);
        assertThat(company.count(step, "quarantined")).isEqualTo(quarantined);
        assertThat(company.count(step, "added") + company.count(step, "changed") + company.count(step, "unchanged"))
                .isEqualTo(extracted - quarantined);
        assertThat(company.rows("select expected from ops.reconciliation where stage = 'map' and subject = 'contract'"
                        + " and as_of = (select max(as_of) from ops.reconciliation)"))
                .containsExactly(String.valueOf(extracted - quarantined));
        assertThat(company.rows(DIFFERING)).isEmpty();
    }

    private void behindItsBack(String sql) throws SQLException {
        try (Warehouse warehouse = Warehouse.open(company.home.warehouse(), List.of());
                Connection connection = warehouse.connection()) {
            for (String each : sql.split(";", -1)) {
                Query.update(connection, each);
            }
        }
    }
}
