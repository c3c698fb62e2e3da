package dev.kenshin.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A warehouse in memory whose {@code usage_daily} is a table that a test fills. */
final class TestWarehouse implements AutoCloseable {
    private final Warehouse warehouse = Warehouse.inMemory(List.of());
    private final Connection connection;

    TestWarehouse() throws SQLException {
        this.connection = warehouse.connection();
        execute("drop view model.usage_daily");
        execute("create table model.usage_daily (account_id varchar, user_id varchar, day date, event varchar,"
                + " events bigint, seconds decimal(18,4))");
    }

    Connection connection() {
        return connection;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The accounts of the reading. */
    List<String> accounts() throws SQLException {
        return rows("select account_id from metric.reading order by account_id").stream()
                .map(RandomModel::id)
                .toList();
    }

    /** The reading of one account. */
    Row reading(String account) throws SQLException {
        List<Row> rows = rows("select * from metric.reading where account_id = '" + account + "'");
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    List<Row> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<Row> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, @Nullable Object> values = new HashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.put(result.getMetaData().getColumnName(i), result.getObject(i));
                }
                rows.add(new Row(values));
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        warehouse.close();
    }
}
