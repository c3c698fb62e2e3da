package dev.kenshin.source.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a cursor column may hold: values that only grow and whose order everyone agrees on. So no text. */
enum CursorType {
    NUMBER,
    DATE,
    TIMESTAMP,
    INSTANT;

    /** Empty where the column cannot be a cursor. */
    static Optional<CursorType> of(JdbcColumn column) {
        return switch (column.kind()) {
            case WHOLE, DECIMAL -> Optional.of(NUMBER);
            case DATE -> Optional.of(DATE);
            case TIMESTAMP -> Optional.of(TIMESTAMP);
            case INSTANT -> Optional.of(INSTANT);
            case TRUTH, FLOATING, TEXT -> Optional.empty();
        };
    }

    /** The value exactly as the database holds it, an offset included. */
    @Nullable
    Object read(ResultSet rows, int index) throws SQLException {
        return switch (this) {
            case NUMBER -> rows.getBigDecimal(index);
            case DATE -> rows.getObject(index, LocalDate.class);
            case TIMESTAMP -> rows.getObject(index, LocalDateTime.class);
            case INSTANT -> rows.getObject(index, OffsetDateTime.class);
        };
    }

    /**
     * The value that {@code toString()} wrote.
     *
     * @throws DateTimeException or {@link NumberFormatException} if it is of another type
     */
    Object parse(String text) {
        return switch (this) {
            case NUMBER -> new BigDecimal(text);
            case DATE -> LocalDate.parse(text);
            case TIMESTAMP -> LocalDateTime.parse(text);
            case INSTANT -> OffsetDateTime.parse(text);
        };
    }

    /** Empty where the lookback is of another kind than the cursor. */
    Optional<Object> minus(Object value, Lookback lookback) {
        if (value instanceof BigDecimal number && lookback instanceof Lookback.Distance distance) {
            return Optional.of(number.subtract(distance.length()));
        }
        if (value instanceof LocalDate date && lookback instanceof Lookback.Span span) {
            return Optional.of(date.minusDays(startedDays(span)));
        }
        return value instanceof Temporal time && lookback instanceof Lookback.Span span
                ? Optional.of(time.minus(span.length()))
                : Optional.empty();
    }

    /** Whole numbers are bound as such: compared with a decimal, an integer column's index would not be used. */
    static Object bindable(Object value) {
        return value instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0 && number.precision() < 19
                ? (Object) number.longValueExact()
                : value;
    }

    private static long startedDays(Lookback.Span span) {
        return span.length().plusDays(1).minusNanos(1).toDays();
    }
}
