package dev.kenshin.metric;

import dev.kenshin.warehouse.BulkWriter;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of metrics and segments that somebody gives instead of having them measured.
 *
 * @param byAccount for each account what is given of it: a {@code Double}, a {@code String}, or null for unknown
 * @param tables the model tables that are measured nevertheless; metrics over others are unknown
 */
public record GivenValues(Map<String, Map<String, @Nullable Object>> byAccount, Set<String> tables) {

    /** Nothing is given: everything is measured. */
    public static GivenValues none() {
        return new GivenValues(Map.of(), Set.of());
    }

    boolean isEmpty() {
        return byAccount.isEmpty();
    }

    /** Keeps them where the reading looks for them, in place of those that were there. */
    void keep(Connection connection) throws SQLException {
        Query.update(
                connection,
                "create or replace table metric.given (account_id varchar, metric varchar, value double, text varchar)");
        try (BulkWriter writer = BulkWriter.into(connection, "metric", "given")) {
            for (Map.Entry<String, Map<String, @Nullable Object>> account : byAccount.entrySet()) {
                for (Map.Entry<String, @Nullable Object> value :
                        account.getValue().entrySet()) {
                    write(writer, account.getKey(), value.getKey(), value.getValue());
                }
            }
        }
    }

    private static void write(BulkWriter writer, String account, String name, @Nullable Object value)
            throws SQLException {
        writer.row(account, name, value instanceof Double ? value : null, value instanceof String ? value : null);
    }
}
