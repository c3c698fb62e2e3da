package dev.kenshin.source.rest.request;

import dev.kenshin.source.rest.record.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as they stand in addresses, headers and forms. */
final class TextOf {
    private TextOf() {}

    /** Plain digits for numbers, JSON for nested values, and Python's spelling of true, false and nothing. */
    static String value(@Nullable Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Map<?, ?> || value instanceof List<?> ? Json.write(value) : value.toString();
    }
}
