package dev.kenshin.job;

import java.util.OptionalInt;
import java.util.Set;

/**
 * How the data stand that one score was made of.
 *
 * @param status {@code fresh}, {@code stale} or {@code partial}
 * @param ageDays of the oldest source; empty where none has a date
 * @param staleSources the names of those that were not fresh, or whose data were too old for a component
 */
record DataState(String status, OptionalInt ageDays, Set<String> staleSources) {
    /** Every source was read for the as-of date, and none is older than is expected of it. */
    static final String FRESH = "fresh";

    /** Some source was not, but every component still counts as it was measured. */
    static final String STALE = "stale";

    /** A source has no data at all, or data were too old for a component to count as it was measured. */
    static final String PARTIAL = "partial";
}
