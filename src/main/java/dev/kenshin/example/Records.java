package dev.kenshin.example;

import dev.kenshin.config.Yaml;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceItem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records as a source would give them: nested mappings become {@code requester.email}, lists JSON text. */
final class Records {
    private Records() {}

    static SourceItem of(Yaml.Mapping row, List<String> key) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        flatten("", row, fields);
        return SourceItem.of(key, fields, Place.of(row.at().toString()));
    }

    private static void flatten(String prefix, Yaml.Mapping row, Map<String, @Nullable Object> fields) {
        row.entries().forEach((name, value) -> {
            if (value instanceof Yaml.Mapping nested) {
                flatten(prefix + name + ".", nested, fields);
            } else {
                fields.put(prefix + name, value(value));
            }
        });
    }

    private static @Nullable Object value(Yaml yaml) {
        if (yaml instanceof Yaml.Scalar scalar) {
            return scalar.value() instanceof Double ? new BigDecimal(scalar.text()) : scalar.value();
        }
        return json(yaml);
    }

    private static String json(Yaml yaml) {
        if (yaml instanceof Yaml.Sequence list) {
            return list.items().stream().map(Records::json).collect(Collectors.joining(",", "[", "]"));
        }
        if (yaml instanceof Yaml.Mapping mapping) {
            return mapping.entries().entrySet().stream()
                    .map(entry -> quoted(entry.getKey()) + ":" + json(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        Yaml.Scalar scalar = (Yaml.Scalar) yaml;
        return scalar.value() instanceof String text ? quoted(text) : String.valueOf(scalar.value());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
