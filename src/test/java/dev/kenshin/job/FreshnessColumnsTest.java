package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.job.StreamDates.Reach;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far streams reach by what their freshness column holds: 更新日, which the company's accounts have. */
class FreshnessColumnsTest {
    private static final String ACCOUNTS = "crm.accounts";
    private static final String CONTRACTS = "crm.contracts";

    private Warehouse warehouse;
    private Connection connection;
    private NightPlan plan;

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        plan = TestCompany.in(directory).plan();
        warehouse = Warehouse.inMemory(List.of());
        connection = warehouse.connection();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        warehouse.close();
    }

    @Test
    void emptyColumn_doesNotMakeAStreamFresh() throws SQLException {
        landed(ACCOUNTS, "更新日", "null");
        landed(CONTRACTS, "契約番号", "1");
        Optional<Reach> accounts = asLanded(SUNDAY, ACCOUNTS);

        assertThat(accounts).contains(new Reach(SUNDAY, Optional.empty()));
        assertThat(SourceStatus.of(SUNDAY, accounts, Optional.empty())).isEqualTo(SourceStatus.STALE);
        assertThat(past(SUNDAY, ACCOUNTS)).isEqualTo(accounts);
        assertThat(asLanded(SUNDAY, CONTRACTS)).contains(new Reach(SUNDAY, Optional.of(SUNDAY)));
    }

    @Test
    void beforeItsFirstDate_aStreamHasNoData() throws SQLException {
        landed(ACCOUNTS, "更新日", "\"2026-10-30\"");
        LocalDate friday = SUNDAY.minusDays(2);

        assertThat(past(SUNDAY, ACCOUNTS)).contains(new Reach(SUNDAY, Optional.of(friday)));
        assertThat(past(friday.minusDays(1), ACCOUNTS)).isEmpty();
        assertThat(asLanded(friday.minusDays(1), ACCOUNTS)).isEmpty();
    }

    private Optional<Reach> asLanded(LocalDate asOf, String stream) throws SQLException {
        return StreamDates.asLanded(Trial.night(plan, asOf, warehouse, connection))
                .of(connection, stream);
    }

    private Optional<Reach> past(LocalDate asOf, String stream) throws SQLException {
        return new PastDates(plan).on(asOf, LocalDate.MAX).of(connection, stream);
    }

    /** A record, read on Sunday; no date up to then was found in it. */
    private void landed(String stream, String field, String json) throws SQLException {
        Query.update(
                connection,
                "insert into landing.record by name select ?::varchar as stream, 1 as version_id, 'key' as key,"
                        + " '{\"' || ? || '\":' || ? || '}' as body, uuid() as hash, '' as place,"
                        + " timestamp '2026-11-01' as seen_at, 'run' as run, false as deleted",
                stream,
                field,
                json);
        Query.update(
                connection,
                "insert into landing.stream (stream, landed_on, newest_on, records) values (?, ?, ?, 1)",
                stream,
                SUNDAY,
                SUNDAY);
        Query.update(
                connection, "insert into landing.field values (?, ?, ?, 1, 1, 0, 0, 0, 0, 0)", stream, SUNDAY, field);
    }
}
