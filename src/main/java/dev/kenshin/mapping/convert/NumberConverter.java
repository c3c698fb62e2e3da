package dev.kenshin.mapping.convert;

import dev.kenshin.mapping.convert.Conversion.Converted;
import dev.kenshin.mapping.convert.Conversion.Failed;
import dev.kenshin.problem.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whole and decimal numbers, within what the warehouse holds. */
final class NumberConverter {
    /** The warehouse keeps four decimals; more are rounded half up. */
    private static final int DECIMALS = 4;
    /** Decimals must be smaller than this: {@code decimal(18,4)} has fourteen digits before the point. */
    private static final BigDecimal DECIMAL_LIMIT = BigDecimal.ONE.scaleByPowerOfTen(14);

    private static final int EXPONENT_LIMIT = 1000;
    private static final int SAFE_DIGITS = 18;

    private static final Text FIX = new Text(
            "「1234」「1,234」「12万3,000」「1.5億」「¥1,200」「30%」、負の数は「-500」「△500」「(500)」の形で書いてください。",
            "Write it as 1234, 1,234, 12万3,000, 1.5億, ¥1,200 or 30%, and negative numbers as -500, △500 or (500).");
    private static final Text WHOLE_FIX = new Text(
            "整数で書くか、マッピングの type を decimal にしてください。", "Write a whole number, or set the mapping's type to decimal.");
    private static final Text NO_NUMBER = new Text("は数値として読めません。", "cannot be read as a number.");
    private static final Text FRACTION = new Text("は整数ではありません。", "is not a whole number.");
    private static final Text TOO_LARGE = new Text("は大きすぎる数値です。", "is too large a number.");
    private static final Text SMALLER =
            new Text("桁数を確かめて、正しい値に直してください。", "Check the number of digits and correct the value.");

    private NumberConverter() {}

    /** To Long. A fraction is refused rather than rounded. */
    static Conversion integer(@Nullable Object raw) {
        if (raw instanceof Long) {
            return new Converted(raw);
        }
        String words = Words.of(raw);
        if (fewDigits(words)) {
            return new Converted(Long.parseLong(words));
        }
        return number(raw, words, NumberConverter::whole);
    }

    /** To BigDecimal with four decimals. */
    static Conversion decimal(@Nullable Object raw) {
        String words = Words.of(raw);
        return number(raw, words, NumberConverter::rounded);
    }

    /** The number a raw value says, exactly; empty if it says none or one with an absurd exponent. */
    static Optional<BigDecimal> exact(@Nullable Object raw, String words) {
        if (raw instanceof Boolean) {
            return Optional.empty();
        }
        return raw instanceof BigDecimal decimal ? Optional.of(decimal) : Numerals.read(words);
    }

    private interface Fit {
        Conversion of(BigDecimal value, String words);
    }

    private static Conversion number(@Nullable Object raw, String words, Fit fit) {
        if (Words.isNothing(words)) {
            return Conversion.UNKNOWN;
        }
        Optional<BigDecimal> value = exact(raw, words);
        if (value.isEmpty()) {
            return Failed.of("KEN-P41", words, NO_NUMBER, FIX);
        }
        return Math.abs((long) value.get().scale()) > EXPONENT_LIMIT ? tooLarge(words) : fit.of(value.get(), words);
    }

    private static Conversion whole(BigDecimal value, String words) {
        if (value.signum() != 0 && value.stripTrailingZeros().scale() > 0) {
            return Failed.of("KEN-P42", words, FRACTION, WHOLE_FIX);
        }
        return value.precision() - value.scale() > SAFE_DIGITS
                ? tooLarge(words)
                : new Converted(value.longValueExact());
    }

    private static Conversion rounded(BigDecimal value, String words) {
        BigDecimal kept = value.setScale(DECIMALS, RoundingMode.HALF_UP);
        return kept.abs().compareTo(DECIMAL_LIMIT) < 0 ? new Converted(kept) : tooLarge(words);
    }

    private static Conversion tooLarge(String words) {
        return Failed.of("KEN-P43", words, TOO_LARGE, SMALLER);
    }

    private static boolean fewDigits(String words) {
        if (words.isEmpty() || words.length() > SAFE_DIGITS) {
            return false;
        }
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) < '0' || words.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
