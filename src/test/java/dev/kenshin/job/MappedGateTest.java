package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.model.ModelTable;
import dev.kenshin.warehouse.ModelColumns;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What share of the records is set aside, without a night that read them. */
class MappedGateTest {
    @TempDir
    Path directory;

    private Warehouse warehouse;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        warehouse = Warehouse.inMemory(List.of());
        connection = warehouse.connection();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        warehouse.close();
    }

    @Test
    void rowsThatNeverLanded_areAmongTheWhole_soThatNoShareIsAboveIt() throws Exception {
        NightPlan plan = TestCompany.in(directory).plan();
        for (ModelTable table : plan.tables().values()) {
            if (!table.name().equals("usage_daily")) {
                ModelColumns.ensure(connection, table);
            }
        }
        setAside("crm.contracts", "", 2);
        setAside("product", UsageLinkStep.NAME, 1);
        assertThat(share(plan)).isEqualTo("1.0 warned");

        land("crm.contracts", 9);
        setAside("crm.contracts", "contract", 2);
        assertThat(share(plan))
                .as("2 that could not be read, 1 name and 2 of 9 records")
                .isEqualTo("0.4167 passed");
    }

    private String share(NightPlan plan) throws SQLException {
        new MappedGate(Trial.night(plan, SUNDAY, warehouse, connection)).check(List.of());
        return Query.list(
                        connection,
                        row -> row.getString(1),
                        "select round(measured, 4) || ' ' || outcome from ops.gate where gate = 'quarantine'")
                .get(0);
    }

    private void land(String stream, int records) throws SQLException {
        Query.update(
                connection,
                "insert into landing.record by name select ?::varchar as stream, i as version_id, 'contract' || i as key,"
                        + " uuid() as hash, '' as place, timestamp '2026-11-01' as seen_at, 'run' as run,"
                        + " false as deleted from range(?) t(i)",
                stream,
                records);
    }

    /** Each has the key of a record that may have landed: the mapping's name, and a number from 0. */
    private void setAside(String origin, String mapping, int rows) throws SQLException {
        Query.update(
                connection,
                "insert into landing.quarantine select ?, ?, ?::varchar || i, '', '', null, 'KEN-P01', '', '', '', ''"
                        + " from range(?) t(i)",
                origin,
                mapping,
                mapping,
                rows);
    }
}
