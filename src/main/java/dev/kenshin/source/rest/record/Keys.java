package dev.kenshin.source.rest.record;

import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.manifest.Expression;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives fields other names. */
final class Keys {
    private static final Pattern WORD = Pattern.compile("[A-Z]+[a-z]*|[a-z]+|\\d+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    private Keys() {}

    /** The names of the record's own fields only. */
    static Transformation lowerCase() {
        return (record, scope) -> {
            Map<String, @Nullable Object> lower = new LinkedHashMap<>();
            record.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
            replace(record, lower);
        };
    }

    /** {@code unitPrice} becomes {@code unit_price}, at every depth. A name without any Latin letter or digit stays. */
    static Transformation snakeCase() {
        return (record, scope) -> replace(record, renamed(record, Keys::snakeCase));
    }

    /** A part of every name is replaced by another, at every depth. */
    static Transformation replacing(Component component) throws Unsupported {
        Expression old = component.requiredExpression("old");
        Expression with = component.requiredExpression("new");
        return (record, scope) -> {
            String from = old.text(scope.with("record", record));
            String to = with.text(scope.with("record", record));
            replace(record, renamed(record, name -> name.replace(from, to)));
        };
    }

    private static void replace(Map<String, @Nullable Object> record, Map<String, @Nullable Object> other) {
        record.clear();
        record.putAll(other);
    }

    private static Map<String, @Nullable Object> renamed(Map<?, ?> map, UnaryOperator<String> name) {
        Map<String, @Nullable Object> renamed = new LinkedHashMap<>();
        map.forEach((key, value) -> renamed.put(name.apply(String.valueOf(key)), nested(value, name)));
        return renamed;
    }

    private static @Nullable Object nested(@Nullable Object value, UnaryOperator<String> name) {
        if (value instanceof Map<?, ?> map) {
            return renamed(map, name);
        }
        if (!(value instanceof List<?> list)) {
            return value;
        }
        List<@Nullable Object> items = new ArrayList<>(list.size());
        list.forEach(item -> items.add(nested(item, name)));
        return items;
    }

    private static String snakeCase(String name) {
        String plain =
                ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String snake = WORD.matcher(plain).results().map(MatchResult::group).collect(Collectors.joining("_"));
        return snake.isEmpty() ? name : snake.toLowerCase(Locale.ROOT);
    }
}
