package dev.kenshin.example;

import dev.kenshin.config.Yaml;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a value is what somebody wrote down, and how it is written so that the two can be compared by eye. */
final class Cell {
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int SHOWN_DECIMALS = 6;

    private Cell() {}

    /** Whole numbers must be met to 1e-9, others to the decimals that were written. Null is unknown. */
    static boolean matches(Yaml.Scalar expected, @Nullable Object actual) {
        if (expected.value() == null || actual == null) {
            return expected.value() == null && (actual == null || actual.equals(""));
        }
        String text = expected.text();
        if (actual instanceof Number number) {
            return number(text).map(written -> near(written, decimal(number))).orElse(false);
        }
        if (actual instanceof LocalDateTime time) {
            return time(text).map(time::equals).orElse(false);
        }
        return text.equals(actual.toString());
    }

    /** A number as people write it: {@code 0.35}, {@code 35%}. */
    static Optional<Figure> number(String text) {
        boolean percent = text.endsWith("%");
        try {
            BigDecimal written = new BigDecimal((percent ? text.substring(0, text.length() - 1) : text).strip());
            return Optional.of(new Figure(percent ? written.movePointLeft(2) : written, written.scale(), percent));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /**
     * A number that was written down.
     *
     * @param decimals how many were written, before a percent sign is applied
     */
    record Figure(BigDecimal value, int decimals, boolean percent) {}

    static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(
                    text.length() == LocalDate.EPOCH.toString().length()
                            ? LocalDate.parse(text).atStartOfDay()
                            : LocalDateTime.parse(text.replace(' ', 'T')));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    static String written(Yaml.Scalar expected) {
        return expected.value() == null ? "~" : expected.text();
    }

    static String shown(@Nullable Object actual) {
        if (actual == null || actual.equals("")) {
            return "~";
        }
        return actual instanceof Number number
                ? plain(decimal(number).setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP))
                : actual.toString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean near(Figure written, BigDecimal actual) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(written.decimals() + (written.percent() ? 2 : 0));
        BigDecimal allowed = written.decimals() > 0 ? unit.multiply(HALF).add(TOLERANCE) : TOLERANCE;
        return written.value().subtract(actual).abs().compareTo(allowed) <= 0;
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }
}
