package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Numbers;
import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Undefined;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a function, filter or test is called with. */
record Arguments(List<@Nullable Object> positional, Map<String, @Nullable Object> named) {
    static final Arguments NONE = new Arguments(List.of(), Map.of());

    boolean has(int index, String name) {
        return index < positional.size() || named.containsKey(name);
    }

    /** The argument of that position or name; null where there is none. */
    @Nullable
    Object get(int index, String name) {
        return index < positional.size() ? positional.get(index) : named.get(name);
    }

    @Nullable
    Object required(int index, String name) {
        if (!has(index, name)) {
            throw new PythonError("引数「%s」がありません。".formatted(name), "The argument '%s' is missing.".formatted(name));
        }
        return get(index, name);
    }

    /** The argument, which must be a text. */
    String text(int index, String name) {
        Object value = required(index, name);
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (!(value instanceof String text)) {
            throw PythonError.unsuitable(name, value);
        }
        return text;
    }

    String text(int index, String name, String otherwise) {
        return get(index, name) == null ? otherwise : text(index, name);
    }

    int number(int index, String name, int otherwise) {
        return get(index, name) == null ? otherwise : Numbers.index(get(index, name));
    }

    /** Without the first so many positional ones. */
    Arguments after(int number) {
        return new Arguments(positional.subList(Math.min(number, positional.size()), positional.size()), named);
    }
}
