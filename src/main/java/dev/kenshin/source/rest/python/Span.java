package dev.kenshin.source.rest.python;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A length of time.
 *
 * @param months by the calendar, so that a month before 31 March is the last of February
 * @param length the rest, a day being 24 hours
 */
public record Span(long months, Duration length) {

    public static Span of(Duration length) {
        return new Span(0, length);
    }

    public Span negated() {
        return new Span(-months, length.negated());
    }

    public Span plus(Span other) {
        return new Span(months + other.months, length.plus(other.length));
    }

    public OffsetDateTime after(OffsetDateTime time) {
        return time.plusMonths(months).plus(length);
    }

    /** Hours and less do not count, as a date has none. */
    public LocalDate after(LocalDate date) {
        return date.plusMonths(months).plusDays(Math.floorDiv(length.toSeconds(), 86_400));
    }

    /** As Python shows it: {@code 1 day, 0:00:00}. */
    @Override
    public String toString() {
        long days = Math.floorDiv(length.toSeconds(), 86_400L);
        Duration rest = length.minusDays(days);
        String clock = "%d:%02d:%02d".formatted(rest.toHours(), rest.toMinutesPart(), rest.toSecondsPart());
        String micros = rest.toNanosPart() == 0 ? "" : ".%06d".formatted(rest.toNanosPart() / 1000);
        return counted(months, "month") + counted(days, "day") + clock + micros;
    }

    private static String counted(long number, String unit) {
        return number == 0 ? "" : number + " " + unit + (Math.abs(number) == 1 ? "" : "s") + ", ";
    }
}
