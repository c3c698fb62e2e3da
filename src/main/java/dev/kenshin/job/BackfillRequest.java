package dev.kenshin.job;

import java.time.LocalDate;
import java.util.List;

/**
 * What is asked of a backfill.
 *
 * @param from the first date
 * @param to no date is after it
 * @param force compute also dates of which there is a snapshot
 */
public record BackfillRequest(LocalDate from, LocalDate to, Every every, boolean force, KnownAt knownAt) {

    List<LocalDate> dates() {
        return every.dates(from, to);
    }

    /** By which a backfill that was stopped is known again. */
    String key(String configurationHash) {
        return from + " " + to + " " + every + " " + force + " " + knownAt + " " + configurationHash;
    }
}
