package dev.kenshin.housekeeping;

import dev.kenshin.config.KeepConfig;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Which dates stay of those that there are. Asked again of what stayed, it keeps the same: a date that is the last of its
 * week, month or year goes only when that period has become too old.
 */
record Retention(KeepConfig keep, LocalDate newest) {

    /** The first of the days of which everything stays. */
    LocalDate first() {
        return newest.minusDays(keep.daily() - 1L);
    }

    NavigableSet<LocalDate> kept(Collection<LocalDate> dates) {
        NavigableSet<LocalDate> kept = new TreeSet<>();
        dates.stream().filter(date -> !date.isBefore(first())).forEach(kept::add);
        kept.addAll(lastOfEach(dates, Retention::week, week(newest.minusWeeks(keep.weekly()))));
        kept.addAll(lastOfEach(dates, Retention::month, month(newest.minusMonths(keep.monthly()))));
        kept.addAll(lastOfEach(dates, Retention::year, year(newest.minusYears(keep.yearly()))));
        return kept;
    }

    /** The last date of every period that ends after {@code tooOld}, the end of one. */
    private static Collection<LocalDate> lastOfEach(
            Collection<LocalDate> dates, UnaryOperator<LocalDate> period, LocalDate tooOld) {
        Map<LocalDate, LocalDate> last = new HashMap<>();
        for (LocalDate date : dates) {
            if (period.apply(date).isAfter(tooOld)) {
                last.merge(period.apply(date), date, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return last.values();
    }

    private static LocalDate week(LocalDate date) {
        return date.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    private static LocalDate month(LocalDate date) {
        return YearMonth.from(date).atEndOfMonth();
    }

    private static LocalDate year(LocalDate date) {
        return LocalDate.of(date.getYear(), 12, 31);
    }
}
