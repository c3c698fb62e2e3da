package dev.kenshin.source.jdbc;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column of a result.
 *
 * @param index counted from 1
 * @param name of the field it becomes
 * @param label as the database calls it
 * @param nullable false only where the database is sure
 */
record JdbcColumn(int index, String name, String label, Kind kind, boolean nullable) {

    /** What the column's values become: Boolean, Long, BigDecimal, Double, LocalDate, LocalDateTime (twice), String. */
    enum Kind {
        TRUTH,
        WHOLE,
        DECIMAL,
        FLOATING,
        DATE,
        TIMESTAMP,
        INSTANT,
        TEXT
    }

    static List<JdbcColumn> of(ResultSet rows) throws SQLException {
        ResultSetMetaData data = rows.getMetaData();
        DatabaseMetaData database = rows.getStatement().getConnection().getMetaData();
        boolean folds = database.storesUpperCaseIdentifiers();
        List<JdbcColumn> columns = new ArrayList<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            String label = data.getColumnLabel(i);
            boolean folded = folds && label.equals(label.toUpperCase(Locale.ROOT));
            String name = folded ? label.toLowerCase(Locale.ROOT) : label;
            boolean nullable = data.isNullable(i) != ResultSetMetaData.columnNoNulls;
            columns.add(new JdbcColumn(i, name, label, kind(data, i), nullable));
        }
        return columns;
    }

    /**
     * The value of the row at hand. One that its type cannot hold (NaN of a decimal) is given as text, for the mapping to
     * convert or reject.
     */
    @Nullable
    Object read(ResultSet row, ZoneId zone) throws SQLException {
        try {
            return typed(row, zone);
        } catch (SQLException e) {
            return row.getString(index);
        }
    }

    private @Nullable Object typed(ResultSet row, ZoneId zone) throws SQLException {
        return switch (kind) {
            case TRUTH -> row.getBoolean(index) || !row.wasNull() ? (Object) row.getBoolean(index) : null;
            case WHOLE -> whole(row);
            case DECIMAL -> row.getBigDecimal(index);
            case FLOATING -> floating(row.getString(index));
            case DATE -> row.getObject(index, LocalDate.class);
            case TIMESTAMP -> row.getObject(index, LocalDateTime.class);
            case INSTANT -> local(row.getObject(index, OffsetDateTime.class), zone);
            case TEXT -> row.getString(index);
        };
    }

    private @Nullable Object whole(ResultSet row) throws SQLException {
        long value = row.getLong(index);
        return row.wasNull() ? null : value;
    }

    /** By way of text, since a REAL of 0.1 read as a double is 0.10000000149. */
    private static @Nullable Object floating(@Nullable String text) {
        if (text == null) {
            return null;
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? (Object) value : text;
    }

    private static @Nullable Object local(@Nullable OffsetDateTime time, ZoneId zone) {
        return time == null ? null : time.atZoneSameInstant(zone).toLocalDateTime();
    }

    private static Kind kind(ResultSetMetaData data, int index) throws SQLException {
        String type = data.getColumnTypeName(index).toLowerCase(Locale.ROOT);
        return switch (data.getColumnType(index)) {
            case Types.BOOLEAN -> Kind.TRUTH;
            case Types.BIT -> type.startsWith("bool") || data.getPrecision(index) <= 1 ? Kind.TRUTH : Kind.TEXT;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Kind.WHOLE;
            case Types.DECIMAL, Types.NUMERIC -> Kind.DECIMAL;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> type.equals("money") ? Kind.TEXT : Kind.FLOATING;
            case Types.DATE -> Kind.DATE;
            // PostgreSQL gives both of its types of timestamp the same number.
            case Types.TIMESTAMP -> type.equals("timestamptz") ? Kind.INSTANT : Kind.TIMESTAMP;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.INSTANT;
            default -> Kind.TEXT;
        };
    }
}
