package dev.kenshin.job;

import dev.kenshin.model.ColumnType;
import dev.kenshin.model.Model;
import dev.kenshin.usage.UsageDay;
import dev.kenshin.warehouse.Query;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of a {@link Trial} on their way in and out. */
final class TrialValues {
    private TrialValues() {}

    /** A value of a model table in the Java type of its column. */
    static @Nullable Object read(ResultSet row, String column, ColumnType type) throws SQLException {
        return switch (type) {
            case TEXT -> row.getString(column);
            case INTEGER -> row.getObject(column);
            case DECIMAL -> row.getBigDecimal(column);
            case DATE -> row.getObject(column, LocalDate.class);
            case TIMESTAMP -> row.getObject(column, LocalDateTime.class);
            case BOOLEAN -> row.getObject(column);
        };
    }

    /** The reading, by account and column. */
    static Map<String, Map<String, @Nullable Object>> reading(Connection connection) throws SQLException {
        Map<String, Map<String, @Nullable Object>> reading = new LinkedHashMap<>();
        Query.list(
                connection,
                row -> {
                    Map<String, @Nullable Object> values = new LinkedHashMap<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        values.put(row.getMetaData().getColumnName(i), row.getObject(i));
                    }
                    return reading.put(row.getString("account_id"), values);
                },
                "select * from metric.reading order by account_id");
        return reading;
    }

    /** A row of {@code usage_daily} as a day of usage; a row that counts no events counts as one. */
    static UsageDay usage(List<@Nullable Object> row) {
        return new UsageDay(
                String.valueOf(row.get(0)),
                (String) value(row, "user_id"),
                (LocalDate) value(row, "day"),
                (String) value(row, "event"),
                value(row, "events") instanceof Long events ? Math.toIntExact(events) : 1,
                (BigDecimal) value(row, "seconds"));
    }

    private static @Nullable Object value(List<@Nullable Object> row, String column) {
        return row.get(Model.USAGE_DAILY
                .columns()
                .indexOf(Model.USAGE_DAILY.column(column).orElseThrow()));
    }
}
