package dev.kenshin.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Which company to make. What happens on a day depends on the seed, the account and that day only, so a longer period
 * contains the shorter one.
 *
 * @param accounts how many customers there are on 2026-10-31, 1 to {@value CompanyName#LIMIT}; the story begins in
 *     October 2025, and about a quarter of them sign during its first thirteen months
 * @param days how many days of events, tickets and meetings to write, ending with {@code lastDay}; at least 1
 * @param lastDay nothing is written that happened after this day
 * @param seed another seed is another company
 * @param out the directory to write to, made where it does not exist
 * @param eventsPerAccountDay the average number of usage events for each account and calendar day, above 0; the actual
 *     number differs by some percent
 */
public record SampleRequest(
        int accounts,
        int days,
        LocalDate lastDay,
        long seed,
        Path out,
        EventFormat eventFormat,
        EventFiles eventFiles,
        double eventsPerAccountDay) {

    /** In which form usage events are written. */
    public enum EventFormat {
        PARQUET,
        CSV
    }

    /** Which events share a file. With a file a day, one more day adds one file. */
    public enum EventFiles {
        MONTH,
        DAY
    }

    public SampleRequest {
        if (accounts < 1 || accounts > CompanyName.LIMIT) {
            throw new IllegalArgumentException("accounts must be 1 to " + CompanyName.LIMIT + ", not " + accounts);
        }
        if (days < 1) {
            throw new IllegalArgumentException("days must be at least 1, not " + days);
        }
        if (!(eventsPerAccountDay > 0)) {
            throw new IllegalArgumentException("events per account and day must be above 0");
        }
    }

    /** The company that is shipped: 120 accounts and thirteen months up to 2026-10-31. */
    public static SampleRequest shipped(Path out) {
        return new SampleRequest(
                120, 396, LocalDate.of(2026, 10, 31), 20261031, out, EventFormat.PARQUET, EventFiles.MONTH, 9);
    }

    LocalDate firstDay() {
        return lastDay.minusDays(days - 1L);
    }

    /** The days in order of time. */
    Stream<LocalDate> daysCovered() {
        return firstDay().datesUntil(lastDay.plusDays(1));
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay);
    }
}
