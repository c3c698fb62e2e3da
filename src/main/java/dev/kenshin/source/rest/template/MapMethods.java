package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Printed;
import dev.kenshin.source.rest.python.PythonError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The methods of a map. */
final class MapMethods {
    private static final Map<String, Method> METHODS = Map.of(
            "get",
            MapMethods::get,
            "items",
            (map, with) -> Items.entries(map),
            "keys",
            (map, with) -> new ArrayList<>(map.keySet()),
            "values",
            (map, with) -> new ArrayList<>(map.values()),
            "copy",
            (map, with) -> new LinkedHashMap<>(map),
            "update",
            MapMethods::update,
            "setdefault",
            MapMethods::setDefault,
            "pop",
            MapMethods::pop);

    private MapMethods() {}

    static Optional<Function> named(Map<?, ?> map, String name) {
        return Optional.ofNullable(METHODS.get(name)).map(method -> (arguments, frame) -> call(method, map, arguments));
    }

    /** Configuration and records may come in maps that cannot be changed. */
    @SuppressWarnings("unchecked")
    private static @Nullable Object call(Method method, Map<?, ?> map, Arguments arguments) {
        try {
            return method.call((Map<@Nullable Object, @Nullable Object>) map, arguments);
        } catch (UnsupportedOperationException e) {
            throw new PythonError("この値は変更できません。", "This value cannot be changed.");
        }
    }

    private static @Nullable Object get(Map<@Nullable Object, @Nullable Object> map, Arguments with) {
        Object key = with.required(0, "key");
        return map.containsKey(key) ? map.get(key) : with.get(1, "default");
    }

    private static @Nullable Object update(Map<@Nullable Object, @Nullable Object> map, Arguments with) {
        if (with.get(0, "other") instanceof Map<?, ?> other) {
            map.putAll(other);
        }
        map.putAll(with.named());
        return null;
    }

    private static @Nullable Object setDefault(Map<@Nullable Object, @Nullable Object> map, Arguments with) {
        Object key = with.required(0, "key");
        if (!map.containsKey(key)) {
            map.put(key, with.get(1, "default"));
        }
        return map.get(key);
    }

    private static @Nullable Object pop(Map<@Nullable Object, @Nullable Object> map, Arguments with) {
        Object key = with.required(0, "key");
        if (!map.containsKey(key) && !with.has(1, "default")) {
            throw new PythonError(
                    "キー「%s」がありません。".formatted(Printed.text(key)), "There is no key '%s'.".formatted(Printed.text(key)));
        }
        return map.containsKey(key) ? map.remove(key) : with.get(1, "default");
    }

    @FunctionalInterface
    private interface Method {
        @Nullable
        Object call(Map<@Nullable Object, @Nullable Object> map, Arguments with);
    }
}
