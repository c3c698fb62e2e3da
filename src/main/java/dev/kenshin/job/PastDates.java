package dev.kenshin.job;

import dev.kenshin.landing.StreamState;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Up to which day the data of a stream reached on a day that has passed: the newest date in its freshness column up to
 * then. What has no such column is taken to have been read that day, as it would be if that night were run again.
 */
final class PastDates {
    private final FreshnessColumns columns;

    PastDates(NightPlan plan) {
        this.columns = new FreshnessColumns(plan);
    }

    /** @param limit the last day of which anything can have been known */
    StreamDates on(LocalDate asOf, LocalDate limit) {
        return (connection, stream) -> {
            Optional<LocalDate> landed =
                    StreamState.newestOn(connection, stream).map(date -> date.isAfter(limit) ? limit : date);
            return landed.isEmpty() ? Optional.empty() : columns.reach(connection, stream, landed.get(), asOf);
        };
    }

    /** To be called when other records are looked at. */
    void forget() {
        columns.forget();
    }
}
