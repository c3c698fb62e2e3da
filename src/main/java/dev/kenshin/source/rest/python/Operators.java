package dev.kenshin.source.rest.python;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the operators make of values of every type. Each throws a {@link PythonError} where Python has no answer. */
public final class Operators {
    /** Of a text or list; a template that makes longer ones does not mean to. */
    private static final int LONGEST = 5_000_000;

    private Operators() {}

    public static @Nullable Object add(@Nullable Object left, @Nullable Object right) {
        if (Types.isNumber(left) && Types.isNumber(right)) {
            return Arithmetic.add(left, right);
        }
        if (left instanceof String one && right instanceof String other) {
            return joined(one, other);
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            return joined(one, other);
        }
        return addTimes(left, right);
    }

    public static Object subtract(@Nullable Object left, @Nullable Object right) {
        if (Types.isNumber(left) && Types.isNumber(right)) {
            return Arithmetic.subtract(left, right);
        }
        if (right instanceof Span span
                && (left instanceof OffsetDateTime || left instanceof LocalDate || left instanceof Span)) {
            return addTimes(left, span.negated());
        }
        if (left instanceof OffsetDateTime one && right instanceof OffsetDateTime other) {
            return Span.of(Duration.between(other, one));
        }
        if (left instanceof LocalDate one && right instanceof LocalDate other) {
            return Span.of(Duration.ofDays(one.toEpochDay() - other.toEpochDay()));
        }
        throw refused("-", left, right);
    }

    public static Object multiply(@Nullable Object left, @Nullable Object right) {
        if (Types.isNumber(left) && Types.isNumber(right)) {
            return Arithmetic.multiply(left, right);
        }
        if (left instanceof Span span && Types.isWhole(right)) {
            return new Span(span.months() * Numbers.index(right), span.length().multipliedBy(Numbers.index(right)));
        }
        boolean times = Types.isWhole(right) || right instanceof Boolean;
        if (times && (left instanceof String || left instanceof List<?>)) {
            return repeated(left, Math.max(0, Numbers.index(right)));
        }
        if ((Types.isWhole(left) || left instanceof Boolean) && !Types.isNumber(right)) {
            return multiply(right, left);
        }
        throw refused("*", left, right);
    }

    public static Object divide(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Span one && right instanceof Span other) {
            return (double) one.length().toNanos() / other.length().toNanos();
        }
        if (left instanceof Span span && Types.isNumber(right) && Truth.of(right)) {
            double nanos = span.length().toNanos() / Numbers.fraction(right);
            return Span.of(Duration.ofNanos(Math.round(nanos / 1000) * 1000));
        }
        return Arithmetic.divide(left, right);
    }

    public static Object modulo(@Nullable Object left, @Nullable Object right) {
        return left instanceof String format ? PercentFormat.of(format, right) : Arithmetic.modulo(left, right);
    }

    /** Whether the item is in the list, the key in the map, or the text in the other. */
    public static boolean contains(@Nullable Object whole, @Nullable Object part) {
        if (whole instanceof String text && part instanceof String piece) {
            return text.contains(piece);
        }
        if (whole instanceof Map<?, ?> map) {
            return map.containsKey(part);
        }
        if (whole instanceof List<?> list) {
            return contains(list, part);
        }
        if (whole instanceof Undefined) {
            return false;
        }
        throw part instanceof Undefined undefined ? undefined.error() : PythonError.operands("in", part, whole);
    }

    private static boolean contains(List<?> list, @Nullable Object part) {
        for (Object item : list) {
            if (Comparison.equal(item, part)) {
                return true;
            }
        }
        return false;
    }

    /** Of {@code <}, {@code <=}, {@code >} and {@code >=}. */
    public static boolean compare(String operator, @Nullable Object left, @Nullable Object right) {
        int order = Comparison.compare(operator, left, right);
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    /** The error of an operator that does not take such operands. */
    static PythonError refused(String operator, @Nullable Object left, @Nullable Object right) {
        if (left instanceof Undefined undefined) {
            return undefined.error();
        }
        return right instanceof Undefined undefined ? undefined.error() : PythonError.operands(operator, left, right);
    }

    private static Object addTimes(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Span one && right instanceof Span other) {
            return one.plus(other);
        }
        if (left instanceof Span span && !(right instanceof Span)) {
            return addTimes(right, span);
        }
        if (right instanceof Span span && left instanceof OffsetDateTime time) {
            return span.after(time);
        }
        if (right instanceof Span span && left instanceof LocalDate date) {
            return span.after(date);
        }
        throw refused("+", left, right);
    }

    private static String joined(String left, String right) {
        checkLength((long) left.length() + right.length());
        return left + right;
    }

    private static List<@Nullable Object> joined(List<?> left, List<?> right) {
        checkLength((long) left.size() + right.size());
        List<@Nullable Object> all = new ArrayList<>(left);
        all.addAll(right);
        return left instanceof Tuple ? new Tuple(all) : all;
    }

    private static Object repeated(Object value, int times) {
        if (value instanceof String text) {
            checkLength((long) text.length() * times);
            return text.repeat(times);
        }
        List<?> list = (List<?>) value;
        checkLength((long) list.size() * times);
        List<@Nullable Object> all = new ArrayList<>();
        for (int i = 0; i < times && !list.isEmpty(); i++) {
            all.addAll(list);
        }
        return value instanceof Tuple ? new Tuple(all) : all;
    }

    private static void checkLength(long length) {
        if (length > LONGEST) {
            throw PythonError.tooMuch();
        }
    }
}
