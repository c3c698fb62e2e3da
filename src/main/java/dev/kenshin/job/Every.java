package dev.kenshin.job;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How far the dates of a backfill lie apart. */
public enum Every {
    DAY,
    WEEK,
    MONTH;

    /**
     * The dates from the first to the last, ascending. Months that begin with the last day of one keep to last days: 31
     * October, 30 November. Others keep to the day of the first date, or the last one of a shorter month.
     */
    public List<LocalDate> dates(LocalDate from, LocalDate to) {
        List<LocalDate> dates = new ArrayList<>();
        Stream.iterate(0, step -> step + 1)
                .map(step -> after(from, step))
                .takeWhile(date -> !date.isAfter(to))
                .forEach(dates::add);
        return dates;
    }

    private LocalDate after(LocalDate from, int steps) {
        return switch (this) {
            case DAY -> from.plusDays(steps);
            case WEEK -> from.plusWeeks(steps);
            case MONTH -> month(from, steps);
        };
    }

    private static LocalDate month(LocalDate from, int steps) {
        boolean last = from.equals(YearMonth.from(from).atEndOfMonth());
        return last ? YearMonth.from(from).plusMonths(steps).atEndOfMonth() : from.plusMonths(steps);
    }
}
