package dev.kenshin.source.rest.python;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which values are equal, and which comes first. */
public final class Comparison {
    /** For sorting; an {@link PythonError} where two have no order. */
    public static final Comparator<@Nullable Object> ORDER = (left, right) -> compare("<", left, right);

    private Comparison() {}

    /** 3 equals 3.0 and True equals 1, but '3' does not equal 3. */
    public static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left instanceof String && right instanceof String) {
            return left.equals(right);
        }
        if (Types.isNumber(left) && Types.isNumber(right)) {
            return equalNumbers(left, right);
        }
        if (left instanceof OffsetDateTime one && right instanceof OffsetDateTime other) {
            return one.isEqual(other);
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            return (one instanceof Tuple) == (other instanceof Tuple) && equalLists(one, other);
        }
        if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
            return equalMaps(one, other);
        }
        return (left instanceof Undefined && right instanceof Undefined) || Objects.equals(left, right);
    }

    /** Less than zero where the left one comes first. */
    static int compare(String operator, @Nullable Object left, @Nullable Object right) {
        if (Types.isNumber(left) && Types.isNumber(right)) {
            return compareNumbers(left, right);
        }
        if (left instanceof String one && right instanceof String other) {
            return compareText(one, other);
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            return compareLists(operator, one, other);
        }
        return compareTimes(operator, left, right);
    }

    private static int compareTimes(String operator, @Nullable Object left, @Nullable Object right) {
        if (left instanceof OffsetDateTime one && right instanceof OffsetDateTime other) {
            return one.toInstant().compareTo(other.toInstant());
        }
        if (left instanceof LocalDate one && right instanceof LocalDate other) {
            return one.compareTo(other);
        }
        if (left instanceof Span one && right instanceof Span other && one.months() == other.months()) {
            return one.length().compareTo(other.length());
        }
        throw left instanceof Undefined undefined
                ? undefined.error()
                : right instanceof Undefined undefined
                        ? undefined.error()
                        : PythonError.operands(operator, left, right);
    }

    private static boolean equalNumbers(@Nullable Object left, @Nullable Object right) {
        boolean comparable = isFinite(left) && isFinite(right);
        return comparable ? compareNumbers(left, right) == 0 : Numbers.fraction(left) == Numbers.fraction(right);
    }

    private static int compareNumbers(@Nullable Object left, @Nullable Object right) {
        return isFinite(left) && isFinite(right)
                ? exact(left).compareTo(exact(right))
                : Double.compare(Numbers.fraction(left), Numbers.fraction(right));
    }

    private static boolean isFinite(@Nullable Object number) {
        return !Types.isFraction(number) || Double.isFinite(Numbers.fraction(number));
    }

    private static BigDecimal exact(@Nullable Object number) {
        return Types.isFraction(number)
                ? new BigDecimal(Numbers.fraction(number))
                : new BigDecimal(Numbers.big(number));
    }

    /** By code points, as UTF-16 would put an emoji before a full-width letter. */
    private static int compareText(String left, String right) {
        return Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
    }

    private static boolean equalLists(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        Iterator<?> others = right.iterator();
        return left.stream().allMatch(one -> equal(one, others.next()));
    }

    private static boolean equalMaps(Map<?, ?> left, Map<?, ?> right) {
        return left.size() == right.size()
                && left.entrySet().stream()
                        .allMatch(one ->
                                right.containsKey(one.getKey()) && equal(one.getValue(), right.get(one.getKey())));
    }

    private static int compareLists(String operator, List<?> left, List<?> right) {
        Iterator<?> others = right.iterator();
        for (Object one : left) {
            if (!others.hasNext()) {
                return 1;
            }
            Object other = others.next();
            if (!equal(one, other)) {
                return compare(operator, one, other);
            }
        }
        return others.hasNext() ? -1 : 0;
    }
}
