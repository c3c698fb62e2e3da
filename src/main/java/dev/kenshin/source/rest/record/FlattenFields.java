package dev.kenshin.source.rest.record;

import dev.kenshin.source.rest.template.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings nested fields to the top, under their own names; under their path where the name is taken. */
record FlattenFields(boolean lists) implements Transformation {

    @Override
    public void apply(Map<String, @Nullable Object> record, Variables scope) {
        Map<String, @Nullable Object> flat = new LinkedHashMap<>();
        record.forEach((name, value) -> flatten(name, value, flat, false));
        record.clear();
        record.putAll(flat);
    }

    private void flatten(String name, @Nullable Object value, Map<String, @Nullable Object> flat, boolean withParent) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, child) -> {
                String own = String.valueOf(key);
                flatten(withParent || flat.containsKey(own) ? name + "." + own : own, child, flat, withParent);
            });
        } else if (lists && value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(name + "." + i, list.get(i), flat, true);
            }
        } else {
            flat.put(name, value);
        }
    }
}
