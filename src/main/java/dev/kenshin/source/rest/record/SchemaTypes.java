package dev.kenshin.source.rest.record;

import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.template.Variables;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives values the type that the stream's schema states, where they can be read as one; the others stay as they are. */
final class SchemaTypes implements Transformation {
    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");
    private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0");

    private final Component schema;

    SchemaTypes(Component schema) {
        this.schema = schema;
    }

    @Override
    public void apply(Map<String, @Nullable Object> record, Variables scope) {
        normalise(record, schema);
    }

    @SuppressWarnings("unchecked")
    private static void normalise(Map<String, @Nullable Object> record, Component schema) {
        Component properties = schema.child("properties").orElse(new Component("", Map.of()));
        record.replaceAll((name, value) -> {
            Component property = properties.child(name).orElse(new Component("", Map.of()));
            if (value instanceof Map<?, ?>) {
                normalise((Map<String, @Nullable Object>) value, property);
            }
            return value == null || value instanceof Map<?, ?> || value instanceof List<?>
                    ? value
                    : cast(value, type(property));
        });
    }

    /** The first type that is not null. */
    private static String type(Component property) {
        Object type = property.values().get("type");
        List<?> types = type instanceof List<?> list ? list : type == null ? List.of() : List.of(type);
        return types.stream()
                .map(String::valueOf)
                .filter(name -> !name.equals("null"))
                .findFirst()
                .orElse("");
    }

    private static Object cast(Object value, String type) {
        String text = value.toString();
        return switch (type) {
            case "string" -> text;
            case "integer" -> text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : value;
            case "number" -> text.matches("-?\\d{1,30}(\\.\\d{1,30})?") ? new BigDecimal(text) : value;
            case "boolean" ->
                TRUE.contains(text.toLowerCase(Locale.ROOT))
                        ? (Object) true
                        : FALSE.contains(text.toLowerCase(Locale.ROOT)) ? (Object) false : value;
            default -> value;
        };
    }
}
