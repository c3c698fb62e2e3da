package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Numbers;
import dev.kenshin.source.rest.python.Printed;
import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Types;
import dev.kenshin.source.rest.python.Undefined;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What belongs to a value: methods, keys and elements. Only those that are listed here and in the classes it asks. */
final class Members {
    private Members() {}

    /** Of {@code value.name}: a method, or else a key. */
    static @Nullable Object attribute(@Nullable Object value, String name) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        Optional<Object> member = member(value, name);
        return member.isPresent() ? member.get() : entry(value, name);
    }

    /** Of {@code value | attr('name')}, which knows no keys. */
    static Object method(@Nullable Object value, String name) {
        return member(value, name).orElseGet(() -> missing(name));
    }

    /** Of {@code value[key]}. */
    static @Nullable Object item(@Nullable Object value, @Nullable Object key) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (value instanceof Map || !Types.isWhole(key)) {
            return entry(value, key);
        }
        if (value instanceof List<?> list) {
            int index = Numbers.index(key);
            int fromStart = index < 0 ? index + list.size() : index;
            return fromStart >= 0 && fromStart < list.size() ? list.get(fromStart) : missing(key);
        }
        return value instanceof String text ? item(Items.of(text), key) : entry(value, key);
    }

    static @Nullable Object call(@Nullable Object callee, Arguments arguments, Frame frame) {
        if (callee instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (!(callee instanceof Function function)) {
            throw PythonError.unsuitable("()", callee);
        }
        frame.step();
        return function.call(arguments, frame);
    }

    private static Optional<Object> member(@Nullable Object value, String name) {
        if (value instanceof String text) {
            return TextMethods.named(text, name).map(Object.class::cast);
        }
        if (value instanceof Map<?, ?> map) {
            return MapMethods.named(map, name).map(Object.class::cast);
        }
        return value instanceof List<?> list
                ? ListMethods.named(list, name).map(Object.class::cast)
                : TimeMembers.named(value, name);
    }

    private static @Nullable Object entry(@Nullable Object value, @Nullable Object key) {
        if (value instanceof Namespace namespace) {
            return entry(namespace.values(), key);
        }
        if (!(value instanceof Map<?, ?> map)) {
            return missing(key);
        }
        Object found = map.get(key);
        return found != null || map.containsKey(key) ? found : missing(key);
    }

    private static Undefined missing(@Nullable Object key) {
        return new Undefined(Printed.quoted(key));
    }
}
