package dev.kenshin.mapping.convert;

import dev.kenshin.mapping.convert.Conversion.Converted;
import dev.kenshin.mapping.convert.Conversion.Failed;
import dev.kenshin.problem.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of time, as BigDecimal with four decimals in one unit. {@code 1:30} is always one hour and thirty minutes, a
 * plain number is in {@code unit} already, and a worksheet's time of day (a moment in 1899 or 1900) is the time since
 * the worksheet's day zero.
 */
record DurationConverter(ChronoUnit unit) implements Converter {
    private static final String AMOUNT = "([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*";
    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,5}):([0-5][0-9])(?::([0-5][0-9]))?");
    private static final Pattern UNITS = Pattern.compile(
            "(?:" + AMOUNT + "(?:時間|h|hrs?|hours?)(半)?)?\\s*(?:" + AMOUNT + "(?:分間?|m|mins?|minutes?))?\\s*(?:" + AMOUNT
                    + "(?:秒間?|s|secs?|seconds?))?",
            Pattern.CASE_INSENSITIVE);
    private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 31, 0, 0);
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
    private static final BigDecimal LONGEST = BigDecimal.ONE.scaleByPowerOfTen(9);

    private static final Text VERDICT = new Text("は時間の長さとして読めません。", "cannot be read as a length of time.");
    private static final Text FIX = new Text(
            "「1:30」「1:30:00」「90分」「1.5時間」「1時間30分」の形で書いてください。",
            "Write it as 1:30, 1:30:00, 90分, 1.5時間, 1時間30分 or 90 min.");

    @Override
    public Conversion convert(@Nullable Object raw) {
        String words = Words.of(raw);
        if (Words.isNothing(words)) {
            return Conversion.UNKNOWN;
        }
        return amount(raw, words)
                .filter(value -> value.signum() >= 0 && value.compareTo(LONGEST) < 0)
                .<Conversion>map(value -> new Converted(value.setScale(4, RoundingMode.HALF_UP)))
                .orElseGet(() -> Failed.of("KEN-P48", words, VERDICT, FIX));
    }

    private Optional<BigDecimal> amount(@Nullable Object raw, String words) {
        return clock(words)
                .or(() -> inUnits(words))
                .or(() -> timeOfDay(words))
                .map(seconds ->
                        seconds.divide(BigDecimal.valueOf(unit.getDuration().toSeconds()), 10, RoundingMode.HALF_UP))
                .or(() -> NumberConverter.exact(raw, words).filter(number -> Math.abs((long) number.scale()) < 1000));
    }

    private static Optional<BigDecimal> clock(String words) {
        Matcher clock = CLOCK.matcher(words);
        return clock.matches()
                ? Optional.of(seconds(clock.group(1), clock.group(2), clock.group(3)))
                : Optional.empty();
    }

    private static Optional<BigDecimal> inUnits(String words) {
        Matcher units = UNITS.matcher(words);
        if (!units.matches() || (units.group(2) != null && units.group(3) != null)) {
            return Optional.empty();
        }
        String minutes = units.group(2) == null ? units.group(3) : "30";
        return Optional.of(seconds(units.group(1), minutes, units.group(4)));
    }

    private static Optional<BigDecimal> timeOfDay(String words) {
        if (!words.startsWith("1899-") && !words.startsWith("1900-")) {
            return Optional.empty();
        }
        try {
            Duration since = Duration.between(DAY_ZERO, LocalDateTime.parse(words));
            return Optional.of(BigDecimal.valueOf(since.toSeconds()));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    private static BigDecimal seconds(@Nullable String hours, @Nullable String minutes, @Nullable String seconds) {
        return of(hours).multiply(HOUR).add(of(minutes).multiply(MINUTE)).add(of(seconds));
    }

    private static BigDecimal of(@Nullable String digits) {
        return digits == null ? BigDecimal.ZERO : new BigDecimal(digits);
    }
}
