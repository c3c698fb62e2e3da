package dev.kenshin.publish;

import dev.kenshin.model.ColumnType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The types of published columns; {@link #read} says which Java type each has. */
public enum ColumnKind {
    TEXT(String.class),
    INTEGER(Long.class),
    /** An exact number: money. */
    DECIMAL(BigDecimal.class),
    /** A floating-point number: anything measured. */
    NUMBER(Double.class),
    DATE(LocalDate.class),
    TIMESTAMP(LocalDateTime.class),
    BOOLEAN(Boolean.class);

    private final Class<?> type;

    ColumnKind(Class<?> type) {
        this.type = type;
    }

    static ColumnKind of(ColumnType type) {
        return switch (type) {
            case TEXT -> TEXT;
            case INTEGER -> INTEGER;
            case DECIMAL -> DECIMAL;
            case DATE -> DATE;
            case TIMESTAMP -> TIMESTAMP;
            case BOOLEAN -> BOOLEAN;
        };
    }

    /** The column's type in a mart. */
    DataType<?> dataType() {
        return switch (this) {
            case TEXT -> SQLDataType.VARCHAR;
            case INTEGER -> SQLDataType.BIGINT;
            case DECIMAL -> SQLDataType.DECIMAL(18, 4);
            case NUMBER -> SQLDataType.DOUBLE;
            case DATE -> SQLDataType.LOCALDATE;
            case TIMESTAMP -> SQLDataType.LOCALDATETIME;
            case BOOLEAN -> SQLDataType.BOOLEAN;
        };
    }

    /** The value at {@code index}, counted from 1. What is no finite number is unknown: no reader knows infinity. */
    @Nullable
    Object read(ResultSet rows, int index) throws SQLException {
        return switch (this) {
            case TEXT -> rows.getString(index);
            case INTEGER -> known(rows, rows.getLong(index));
            case NUMBER -> finite(rows, rows.getDouble(index));
            case DECIMAL, DATE, TIMESTAMP, BOOLEAN -> rows.getObject(index, type);
        };
    }

    private static @Nullable Long known(ResultSet rows, long number) throws SQLException {
        return rows.wasNull() ? null : number;
    }

    private static @Nullable Double finite(ResultSet rows, double number) throws SQLException {
        return rows.wasNull() || !Double.isFinite(number) ? null : number;
    }
}
