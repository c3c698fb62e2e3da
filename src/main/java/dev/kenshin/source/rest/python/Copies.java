package dev.kenshin.source.rest.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of nested values, so that transforming a record leaves the answer as templates of the paginator see it. */
public final class Copies {
    private Copies() {}

    public static Map<String, @Nullable Object> of(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put(String.valueOf(name), nested(value)));
        return copy;
    }

    private static @Nullable Object nested(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return of(map);
        }
        if (!(value instanceof List<?> list)) {
            return value;
        }
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        list.forEach(item -> copy.add(nested(item)));
        return copy;
    }
}
