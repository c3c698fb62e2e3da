package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Comparison;
import dev.kenshin.source.rest.python.Numbers;
import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The methods of a list. */
final class ListMethods {
    private static final Map<String, Method> METHODS = Map.of(
            "append", (list, with) -> extend(list, Tuple.of(with.required(0, "object"))),
            "extend", (list, with) -> extend(list, Items.of(with.required(0, "iterable"))),
            "insert", ListMethods::insert,
            "pop", ListMethods::pop,
            "index", ListMethods::index,
            "count", (list, with) -> count(list, with.required(0, "value")),
            "copy", (list, with) -> new ArrayList<>(list),
            "reverse", ListMethods::reverse,
            "sort", ListMethods::sort);

    private ListMethods() {}

    static Optional<Function> named(List<?> list, String name) {
        return Optional.ofNullable(METHODS.get(name))
                .map(method -> (arguments, frame) -> call(method, list, arguments, frame));
    }

    /** Configuration and records may come in lists that cannot be changed. */
    @SuppressWarnings("unchecked")
    private static @Nullable Object call(Method method, List<?> list, Arguments arguments, Frame frame) {
        frame.step();
        try {
            return method.call((List<@Nullable Object>) list, arguments);
        } catch (UnsupportedOperationException e) {
            throw new PythonError("この値は変更できません。", "This value cannot be changed.");
        }
    }

    private static @Nullable Object extend(List<@Nullable Object> list, List<@Nullable Object> more) {
        list.addAll(more);
        return null;
    }

    private static @Nullable Object insert(List<@Nullable Object> list, Arguments with) {
        list.add(Math.max(0, Math.min(list.size(), with.number(0, "index", 0))), with.required(1, "object"));
        return null;
    }

    private static @Nullable Object pop(List<@Nullable Object> list, Arguments with) {
        int index = with.number(0, "index", -1);
        int fromStart = index < 0 ? index + list.size() : index;
        if (fromStart < 0 || fromStart >= list.size()) {
            throw PythonError.unsuitable("pop", (long) index);
        }
        return list.remove(fromStart);
    }

    private static Object index(List<@Nullable Object> list, Arguments with) {
        Object wanted = with.required(0, "value");
        for (int i = 0; i < list.size(); i++) {
            if (Comparison.equal(list.get(i), wanted)) {
                return (long) i;
            }
        }
        throw PythonError.unsuitable("index", wanted);
    }

    private static Object count(List<@Nullable Object> list, @Nullable Object wanted) {
        return list.stream().filter(item -> Comparison.equal(item, wanted)).count();
    }

    private static @Nullable Object reverse(List<@Nullable Object> list, Arguments with) {
        Collections.reverse(list);
        return null;
    }

    private static @Nullable Object sort(List<@Nullable Object> list, Arguments with) {
        boolean reverse =
                Numbers.big(with.named().getOrDefault("reverse", false)).signum() != 0;
        list.sort(reverse ? Comparison.ORDER.reversed() : Comparison.ORDER);
        return null;
    }

    @FunctionalInterface
    private interface Method {
        @Nullable
        Object call(List<@Nullable Object> list, Arguments with);
    }
}
