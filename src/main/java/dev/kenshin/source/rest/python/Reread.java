package dev.kenshin.source.rest.python;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a list or map becomes that is printed and then read as a literal, without either. */
public final class Reread {
    private static final int DEEPEST = 50;
    private static final int LARGEST = 10_000;

    private int left = LARGEST;
    private boolean sure = true;

    private Reread() {}

    /** The copy; empty where only printing tells, as of values that have no literal, and of large ones. */
    public static Optional<Object> of(@Nullable Object value) {
        if (!(value instanceof List<?> || value instanceof Map<?, ?>)) {
            return Optional.empty();
        }
        Reread reread = new Reread();
        Object copy = reread.copy(value, DEEPEST);
        return reread.sure ? Optional.ofNullable(copy) : Optional.empty();
    }

    private @Nullable Object copy(@Nullable Object value, int depth) {
        sure &= --left >= 0 && depth > 0;
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Long || !sure) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            return copyOfMap(map, depth - 1);
        }
        return value instanceof List<?> list ? copyOfList(list, depth - 1) : number(value);
    }

    private @Nullable Object number(Object value) {
        if (value instanceof Integer whole) {
            return whole.longValue();
        }
        boolean fraction = value instanceof Double || value instanceof BigDecimal;
        double number = fraction ? Numbers.fraction(value) : Double.NaN;
        sure &= Double.isFinite(number);
        return number;
    }

    private Object copyOfList(List<?> list, int depth) {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        for (Object item : list) {
            copy.add(copy(item, depth));
        }
        return list instanceof Tuple ? new Tuple(copy) : copy;
    }

    private Object copyOfMap(Map<?, ?> map, int depth) {
        Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            sure &= entry.getKey() instanceof String;
            copy.put(entry.getKey(), copy(entry.getValue(), depth));
        }
        return copy;
    }
}
