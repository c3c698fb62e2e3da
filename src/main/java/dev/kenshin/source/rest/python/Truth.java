package dev.kenshin.source.rest.python;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which values count as true. */
public final class Truth {
    private Truth() {}

    public static boolean of(@Nullable Object value) {
        if (value == null || value instanceof Undefined) {
            return false;
        }
        if (value instanceof Boolean truth) {
            return truth;
        }
        return value instanceof Number number ? ofNumber(number) : ofCompound(value);
    }

    private static boolean ofNumber(Number number) {
        return number instanceof BigInteger big ? big.signum() != 0 : number.doubleValue() != 0;
    }

    private static boolean ofCompound(Object value) {
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return value instanceof Map<?, ?> map ? !map.isEmpty() : !(value instanceof Span span) || nonZero(span);
    }

    private static boolean nonZero(Span span) {
        return span.months() != 0 || !span.length().isZero();
    }
}
