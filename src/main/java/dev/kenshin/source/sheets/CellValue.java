package dev.kenshin.source.sheets;

import dev.kenshin.source.grid.Numbers;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a cell means, as the Excel connector would tell it. */
final class CellValue {
    /** Day numbers end with the year 9999. */
    private static final int DAYS = 2_958_466;
    /** Unlike Excel, Sheets counts no 29 February 1900, so that this holds for every day number. */
    private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);

    private static final double HOURS = 24;
    private static final double MINUTES = 1_440;
    private static final double SECONDS = 86_400;
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}{1,15}");

    private CellValue() {}

    /**
     * The value: String, Long, BigDecimal, Boolean, LocalDate or LocalDateTime; null for a blank cell. An error is its
     * text, and a length of time or a time without a day is hours, minutes and seconds.
     *
     * @param value with dates as numbers
     * @param shown the same with dates as they are formatted, which tells them from other numbers
     */
    static @Nullable Object of(@Nullable Object value, @Nullable Object shown) {
        if (value instanceof Number number) {
            return shown instanceof String text
                    ? moment(number.doubleValue(), text)
                    : Numbers.plain(number.doubleValue());
        }
        if (value instanceof String text) {
            return text.isBlank() ? null : text;
        }
        return value instanceof Boolean ? value : null;
    }

    private static Object moment(double days, String text) {
        if (days >= DAYS || (days < 0 && text.startsWith("-"))) {
            return Numbers.plain(days);
        }
        return days >= 0 && (days < 1 || isElapsed(days, text))
                ? Numbers.clock(days)
                : Numbers.moment(DAY_ZERO.plusSeconds(Math.round(days * SECONDS)));
    }

    /** Whether the text counts hours, minutes or seconds beyond a day, as in {@code [h]:mm}; a date never does. */
    private static boolean isElapsed(double days, String text) {
        Matcher digits = DIGITS.matcher(text);
        if (!digits.find()) {
            return false;
        }
        long first = Long.parseLong(digits.group());
        return near(first, days * HOURS) || near(first, days * MINUTES) || near(first, days * SECONDS);
    }

    /** Some formats round the last unit that they show, others cut it. */
    private static boolean near(long shown, double exact) {
        return Math.abs(shown - exact) <= 1;
    }
}
