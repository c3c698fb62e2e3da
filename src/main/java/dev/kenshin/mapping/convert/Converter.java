package dev.kenshin.mapping.convert;

import org.jspecify.annotations.Nullable;

/** Makes a typed value of a raw one. Converters hold no state, never throw on data, and serve several threads. */
@FunctionalInterface
public interface Converter {

    /**
     * Converts one value.
     *
     * @param raw String, Number, Boolean, LocalDate, LocalDateTime, or null for a cell that is empty
     */
    Conversion convert(@Nullable Object raw);
}
