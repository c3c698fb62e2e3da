package dev.kenshin.source.grid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** What people mean by the binary fractions that spreadsheets keep. */
public final class Numbers {
    /** Spreadsheets show 15 digits, and what they show is what people mean. */
    private static final MathContext SHOWN = new MathContext(15);

    private Numbers() {}

    /** A Long where it is whole, else a BigDecimal of 15 digits at most. */
    public static Object plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return (long) value;
        }
        return new BigDecimal(value, SHOWN).stripTrailingZeros();
    }

    /** Days, 0 or more, as {@code hours:minutes}, with {@code :seconds} where there are any. */
    public static String clock(double days) {
        long seconds = Math.round(days * 86_400);
        String clock = "%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? clock : clock + ":%02d".formatted(seconds % 60);
    }

    /** A LocalDate where the time is midnight, else the LocalDateTime. */
    public static Object moment(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toLocalDate() : moment;
    }
}
