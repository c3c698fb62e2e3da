package dev.kenshin.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Objects of JSON and rows of tables, written in one go. */
final class Fields {
    private Fields() {}

    /**
     * A JSON object in the order written.
     *
     * @param namesAndValues alternating; values may be null
     */
    static Map<String, @Nullable Object> of(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(Texts.of(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }

    /** The same, found by names in any case, as query languages do it. */
    static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        row.putAll(of(namesAndValues));
        return row;
    }
}
