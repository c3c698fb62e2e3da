package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Numbers;
import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Tuple;
import dev.kenshin.source.rest.python.Undefined;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list or text: {@code value[start:end:step]}. */
final class Slice {
    private Slice() {}

    static Object of(@Nullable Object value, @Nullable Object start, @Nullable Object end, @Nullable Object step) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (!(value instanceof String) && !(value instanceof List<?>)) {
            throw PythonError.unsuitable("[:]", value);
        }
        List<@Nullable Object> part = part(Items.of(value), start, end, step == null ? 1 : Numbers.index(step));
        return value instanceof String ? TextMethods.joined("", part) : value instanceof Tuple ? new Tuple(part) : part;
    }

    private static List<@Nullable Object> part(
            List<@Nullable Object> items, @Nullable Object start, @Nullable Object end, int step) {
        if (step == 0) {
            throw PythonError.unsuitable("[::]", 0L);
        }
        int size = items.size();
        int first = bound(start, step > 0 ? 0 : size - 1, size, step);
        int last = bound(end, step > 0 ? size : -1, size, step);
        List<@Nullable Object> part = new ArrayList<>();
        for (long i = first; step > 0 ? i < last : i > last; i += step) {
            part.add(items.get((int) i));
        }
        return part;
    }

    private static int bound(@Nullable Object bound, int otherwise, int size, int step) {
        if (bound == null) {
            return otherwise;
        }
        int index = Numbers.index(bound);
        int fromStart = index < 0 ? index + size : index;
        return step > 0 ? Math.max(0, Math.min(size, fromStart)) : Math.max(-1, Math.min(size - 1, fromStart));
    }
}
