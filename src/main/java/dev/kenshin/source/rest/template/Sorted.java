package dev.kenshin.source.rest.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values with the keys of their maps in alphabetical order. */
final class Sorted {
    private Sorted() {}

    static @Nullable Object deeply(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return sorted(map);
        }
        if (!(value instanceof List<?> list)) {
            return value;
        }
        List<@Nullable Object> items = new ArrayList<>();
        list.forEach(item -> items.add(deeply(item)));
        return items;
    }

    private static Map<?, ?> sorted(Map<?, ?> map) {
        boolean texts = map.keySet().stream().allMatch(String.class::isInstance);
        Map<@Nullable Object, @Nullable Object> sorted = texts ? new TreeMap<>() : new LinkedHashMap<>();
        map.forEach((key, value) -> sorted.put(key, deeply(value)));
        return sorted;
    }
}
