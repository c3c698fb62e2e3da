package dev.kenshin.source.rest.python;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Sums of numbers: whole ones stay whole and never overflow, and division rounds down. */
public final class Arithmetic {
    private static final int MOST_BITS = 10_000;

    private Arithmetic() {}

    static Number add(@Nullable Object left, @Nullable Object right) {
        return eitherFraction(left, right)
                ? (Number) (Numbers.fraction(left) + Numbers.fraction(right))
                : Numbers.whole(Numbers.big(left).add(Numbers.big(right)));
    }

    static Number subtract(@Nullable Object left, @Nullable Object right) {
        return eitherFraction(left, right)
                ? (Number) (Numbers.fraction(left) - Numbers.fraction(right))
                : Numbers.whole(Numbers.big(left).subtract(Numbers.big(right)));
    }

    static Number multiply(@Nullable Object left, @Nullable Object right) {
        return eitherFraction(left, right)
                ? (Number) (Numbers.fraction(left) * Numbers.fraction(right))
                : Numbers.whole(checked(Numbers.big(left)).multiply(checked(Numbers.big(right))));
    }

    static Number divide(@Nullable Object left, @Nullable Object right) {
        checkDivision("/", left, right);
        return Numbers.fraction(left) / Numbers.fraction(right);
    }

    public static Number floorDivide(@Nullable Object left, @Nullable Object right) {
        checkDivision("//", left, right);
        if (eitherFraction(left, right)) {
            return Math.floor(Numbers.fraction(left) / Numbers.fraction(right));
        }
        BigInteger[] parts = Numbers.big(left).divideAndRemainder(Numbers.big(right));
        boolean down = parts[1].signum() * Numbers.big(right).signum() < 0;
        return Numbers.whole(down ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }

    static Number modulo(@Nullable Object left, @Nullable Object right) {
        checkDivision("%", left, right);
        if (eitherFraction(left, right)) {
            double divisor = Numbers.fraction(right);
            double rest = Numbers.fraction(left) % divisor;
            return rest != 0 && rest < 0 != divisor < 0 ? rest + divisor : rest;
        }
        BigInteger divisor = Numbers.big(right);
        BigInteger rest = Numbers.big(left).mod(divisor.abs());
        return Numbers.whole(divisor.signum() < 0 && rest.signum() != 0 ? rest.add(divisor) : rest);
    }

    public static Number power(@Nullable Object base, @Nullable Object exponent) {
        checkNumbers("**", base, exponent);
        boolean whole = !eitherFraction(base, exponent) && Numbers.big(exponent).signum() >= 0;
        if (!whole) {
            return Math.pow(Numbers.fraction(base), Numbers.fraction(exponent));
        }
        int times = Numbers.index(exponent);
        if ((long) Numbers.big(base).bitLength() * times > MOST_BITS) {
            throw PythonError.tooMuch();
        }
        return Numbers.whole(Numbers.big(base).pow(times));
    }

    public static Object negate(@Nullable Object value) {
        if (value instanceof Span span) {
            return span.negated();
        }
        Object number = number("-", value);
        return Types.isFraction(number) ? (Object) (-Numbers.fraction(number)) : subtract(0L, number);
    }

    /** The value, which must be a number. */
    public static Object number(String use, @Nullable Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (value == null || !Types.isNumber(value)) {
            throw PythonError.unsuitable(use, value);
        }
        return value;
    }

    private static BigInteger checked(BigInteger number) {
        if (number.bitLength() > MOST_BITS) {
            throw PythonError.tooMuch();
        }
        return number;
    }

    private static boolean eitherFraction(@Nullable Object left, @Nullable Object right) {
        return Types.isFraction(left) || Types.isFraction(right);
    }

    private static void checkNumbers(String operator, @Nullable Object left, @Nullable Object right) {
        if (!Types.isNumber(left) || !Types.isNumber(right)) {
            throw Operators.refused(operator, left, right);
        }
    }

    private static void checkDivision(String operator, @Nullable Object left, @Nullable Object right) {
        checkNumbers(operator, left, right);
        if (!Truth.of(right)) {
            throw new PythonError("0では割れません。", "Nothing can be divided by zero.");
        }
    }
}
