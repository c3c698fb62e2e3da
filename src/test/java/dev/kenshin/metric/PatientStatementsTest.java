package dev.kenshin.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@Threat(Danger.CONFIGURED_SQL)
final class PatientStatementsTest {
    private static final String ENDLESS = "create table t as select count(*) from range(10000000) a, range(10000000) b";

    @Test
    void joinThatWouldTakeYears_isStopped_andTheConnectionGoesOn() throws SQLException {
        try (Warehouse warehouse = Warehouse.inMemory(List.of());
                Connection connection = warehouse.connection()) {
            assertThatThrownBy(() -> PatientStatements.execute(connection, List.of(ENDLESS), Duration.ofSeconds(1)))
                    .isInstanceOf(SQLTimeoutException.class)
                    .hasMessageContaining("joins tables without a condition");
            assertThat(Query.number(connection, "select 1")).isEqualTo(1);
        }
    }

    @Test
    void mistake_isToldAsItIs() throws SQLException {
        try (Warehouse warehouse = Warehouse.inMemory(List.of());
                Connection connection = warehouse.connection()) {
            assertThatThrownBy(() -> PatientStatements.execute(
                            connection, List.of("select nonsense"), PatientStatements.PATIENCE))
                    .hasMessageContaining("nonsense");
        }
    }
}
