package dev.kenshin.source.rest.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Whole numbers of any size, and how fractions print. */
public final class Numbers {
    private static final int FIRST_EXPONENT = 16;
    private static final int LAST_EXPONENT = -4;

    private Numbers() {}

    /** A whole number in its usual form: Long, or BigInteger where it is too large for that. */
    public static Number whole(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    /** The value of an int or a bool. */
    public static BigInteger big(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth ? BigInteger.ONE : BigInteger.ZERO;
        }
        return value instanceof BigInteger big ? big : BigInteger.valueOf(((Number) nonNull(value)).longValue());
    }

    /** The value of an int, float or bool. */
    public static double fraction(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return ((Number) nonNull(value)).doubleValue();
    }

    /** The number as an index or a count; numbers beyond an int's range become its ends. */
    static int clamped(BigInteger number) {
        return number.bitLength() < Integer.SIZE
                ? number.intValue()
                : number.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    }

    /** The value as an index or a count. */
    public static int index(@Nullable Object value) {
        if (!Types.isWhole(value) && !(value instanceof Boolean)) {
            throw PythonError.unsuitable("index", value);
        }
        return clamped(big(value));
    }

    /** The shortest digits that give the same number when read again. */
    static String print(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }
        return number == 0 ? (1 / number < 0 ? "-0.0" : "0.0") : print(shortest(number));
    }

    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 15; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == number) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(17)).stripTrailingZeros();
    }

    private static String print(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        if (exponent >= LAST_EXPONENT && exponent < FIRST_EXPONENT) {
            String plain = number.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String digits = number.unscaledValue().abs().toString();
        String sign = number.signum() < 0 ? "-" : "";
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return sign + digits.charAt(0) + fraction + "e" + "%+03d".formatted(exponent);
    }

    private static Object nonNull(@Nullable Object value) {
        if (value == null) {
            throw PythonError.unsuitable("int", null);
        }
        return value;
    }
}
