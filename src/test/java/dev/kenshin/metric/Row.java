package dev.kenshin.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of a model table, as the naive computation sees it. */
record Row(Map<String, @Nullable Object> values) {

    Optional<Object> value(String column) {
        return Optional.ofNullable(values.get(column));
    }

    Optional<String> text(String column) {
        return value(column).map(Object::toString);
    }

    boolean is(String column, String... texts) {
        return text(column).filter(Set.of(texts)::contains).isPresent();
    }

    Optional<Double> number(String column) {
        return value(column).map(value -> new BigDecimal(value.toString()).doubleValue());
    }

    Optional<LocalDate> date(String column) {
        return value(column).map(value -> value instanceof LocalDateTime time ? time.toLocalDate() : (LocalDate) value);
    }

    LocalDateTime time(String column) {
        return (LocalDateTime) value(column).orElseThrow();
    }
}
