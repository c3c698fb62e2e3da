package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Arithmetic;
import dev.kenshin.source.rest.python.Comparison;
import dev.kenshin.source.rest.python.Literal;
import dev.kenshin.source.rest.python.Numbers;
import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Types;
import dev.kenshin.source.rest.python.Undefined;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filters that make numbers. */
final class NumberFilters {
    static final Map<String, Filter> ALL = Map.of(
            "int", (value, with, frame) -> whole(value, with),
            "float", (value, with, frame) -> fraction(value, with),
            "abs", (value, with, frame) -> absolute(value),
            "round", (value, with, frame) -> round(value, with));

    private NumberFilters() {}

    private static @Nullable Object whole(@Nullable Object value, Arguments with) {
        Object otherwise = with.has(0, "default") ? with.get(0, "default") : (Object) 0L;
        if (value instanceof String text) {
            return ofText(text.strip(), with.number(1, "base", 10), otherwise);
        }
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        return Types.isNumber(value) ? cut(value, otherwise) : otherwise;
    }

    private static @Nullable Object ofText(String text, int base, @Nullable Object otherwise) {
        if (base != 10) {
            String digits = text.replaceFirst("^([+-]?)0[xXoObB]", "$1");
            boolean whole = !bare(digits).isEmpty()
                    && bare(digits).chars().allMatch(digit -> Character.digit(digit, base) >= 0);
            return whole ? Numbers.whole(new BigInteger(digits, base)) : otherwise;
        }
        if (text.matches("[+-]?\\d(?:_?\\d)*")) {
            return Numbers.whole(new BigInteger(text.replace("_", "")));
        }
        return isFraction(text) ? cut(Double.valueOf(text), otherwise) : otherwise;
    }

    private static String bare(String digits) {
        return digits.replaceFirst("^[+-]", "");
    }

    private static boolean isFraction(String text) {
        return Literal.of(bare(text).replaceFirst("^0+(?=\\d)", "")) instanceof Number;
    }

    private static @Nullable Object cut(@Nullable Object number, @Nullable Object otherwise) {
        if (!Types.isFraction(number)) {
            return Numbers.whole(Numbers.big(number));
        }
        double fraction = Numbers.fraction(number);
        return Double.isFinite(fraction) ? Numbers.whole(new BigDecimal(fraction).toBigInteger()) : otherwise;
    }

    private static @Nullable Object fraction(@Nullable Object value, Arguments with) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        boolean number = Types.isNumber(value) || (value instanceof String text && isFraction(text.strip()));
        if (!number) {
            return with.has(0, "default") ? with.get(0, "default") : (Object) 0.0;
        }
        return value instanceof String text
                ? Double.valueOf(text.strip().replace("_", ""))
                : (Object) Numbers.fraction(value);
    }

    private static Object absolute(@Nullable Object value) {
        Object number = Arithmetic.number("abs", value);
        return Comparison.ORDER.compare(number, 0L) < 0 ? Arithmetic.negate(number) : number;
    }

    /** To even where both neighbours are as near. */
    private static Object round(@Nullable Object value, Arguments with) {
        Object number = Arithmetic.number("round", value);
        int digits = with.number(0, "precision", 0);
        RoundingMode mode =
                switch (with.text(1, "method", "common")) {
                    case "ceil" -> RoundingMode.CEILING;
                    case "floor" -> RoundingMode.FLOOR;
                    case "common" -> RoundingMode.HALF_EVEN;
                    default -> throw PythonError.unsuitable("round", with.get(1, "method"));
                };
        BigDecimal rounded =
                new BigDecimal(Numbers.fraction(number)).setScale(Math.max(-400, Math.min(400, digits)), mode);
        return !Types.isFraction(number) && mode == RoundingMode.HALF_EVEN
                ? Numbers.whole(rounded.toBigInteger())
                : (Object) rounded.doubleValue();
    }
}
