package dev.kenshin.source.rest.python;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of values. */
public final class Types {
    private Types() {}

    /** The name that Python gives the value's type. */
    public static String name(@Nullable Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Number) {
            return isWhole(value) ? "int" : "float";
        }
        return value instanceof Boolean ? "bool" : nameOfCompound(value);
    }

    public static boolean isWhole(@Nullable Object value) {
        return value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger;
    }

    public static boolean isFraction(@Nullable Object value) {
        return value instanceof Number && !isWhole(value);
    }

    /** Python's bool is an int. */
    public static boolean isNumber(@Nullable Object value) {
        return value instanceof Number || value instanceof Boolean;
    }

    private static String nameOfCompound(Object value) {
        if (value instanceof List) {
            return value instanceof Tuple ? "tuple" : "list";
        }
        if (value instanceof Map) {
            return "dict";
        }
        return value instanceof String ? "str" : nameOfOther(value);
    }

    private static String nameOfOther(Object value) {
        if (value instanceof OffsetDateTime) {
            return "datetime";
        }
        if (value instanceof LocalDate) {
            return "date";
        }
        return value instanceof Span ? "timedelta" : value instanceof Undefined ? "undefined" : "object";
    }
}
