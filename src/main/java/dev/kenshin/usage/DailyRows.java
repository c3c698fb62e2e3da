package dev.kenshin.usage;

import dev.kenshin.warehouse.BulkWriter;
import dev.kenshin.warehouse.WarehouseException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Adds rows to {@code usage.daily}. What the warehouse cannot do is told apart by its exception from what is wrong with
 * the database that the rows come from: the one is no outage of the other.
 */
final class DailyRows implements AutoCloseable {
    private final BulkWriter writer;

    private DailyRows(BulkWriter writer) {
        this.writer = writer;
    }

    static DailyRows into(Connection conn) {
        try {
            return new DailyRows(BulkWriter.into(conn, "usage", "daily"));
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    void add(@Nullable Object... values) {
        try {
            writer.row(values);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static WarehouseException refused(SQLException cause) {
        return new WarehouseException("cannot keep rows of usage", cause);
    }
}
