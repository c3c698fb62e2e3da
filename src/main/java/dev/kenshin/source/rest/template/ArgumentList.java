package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.PythonError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call as they are written.
 *
 * @param maps those of the form {@code **map}
 */
record ArgumentList(List<Item> positional, Map<String, Expression> named, List<Expression> maps) {
    static final ArgumentList NONE = new ArgumentList(List.of(), Map.of(), List.of());

    /**
     * A positional argument.
     *
     * @param spread for {@code *list}
     */
    record Item(Expression value, boolean spread) {}

    static ArgumentList of(Expression only) {
        return new ArgumentList(List.of(new Item(only, false)), Map.of(), List.of());
    }

    Arguments values(Frame frame) {
        if (positional.isEmpty() && named.isEmpty() && maps.isEmpty()) {
            return Arguments.NONE;
        }
        List<@Nullable Object> values = new ArrayList<>();
        positional.forEach(item -> add(item, frame, values));
        Map<String, @Nullable Object> byName = new LinkedHashMap<>();
        named.forEach((name, value) -> byName.put(name, value.value(frame)));
        maps.forEach(map -> addAll(map.value(frame), byName));
        return new Arguments(values, byName);
    }

    private static void add(Item item, Frame frame, List<@Nullable Object> values) {
        Object value = item.value().value(frame);
        if (item.spread()) {
            values.addAll(Items.of(value));
        } else {
            values.add(value);
        }
    }

    private static void addAll(@Nullable Object value, Map<String, @Nullable Object> byName) {
        if (!(value instanceof Map<?, ?> map)) {
            throw PythonError.unsuitable("**", value);
        }
        map.forEach((name, each) -> byName.put(String.valueOf(name), each));
    }
}
