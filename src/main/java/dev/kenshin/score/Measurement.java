package dev.kenshin.score;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * All that is known of one component before it is scored.
 *
 * @param dataAgeDays as-of date minus the date of the data that the value came from, or {@link #NO_DATA}; empty: nothing
 *     that ages
 * @param percentile 0–100, higher is better: the account's rank among its peers by this value; empty where there are too
 *     few of them. Only looked at where the component's scale is a percentile
 * @param lastKnown only looked at where the component's policy for missing data is {@code last-known}
 */
public record Measurement(
        Value value, OptionalInt dataAgeDays, OptionalDouble percentile, Optional<LastKnown> lastKnown) {
    /** The age of data that are not there at all: what was measured then, such as 0 for nothing, means nothing. */
    public static final int NO_DATA = Integer.MAX_VALUE;

    /** What is ranked among no peers. */
    public Measurement(Value value, OptionalInt dataAgeDays, Optional<LastKnown> lastKnown) {
        this(value, dataAgeDays, OptionalDouble.empty(), lastKnown);
    }

    /**
     * The component's score in the last snapshot in which its status was {@code present}.
     *
     * @param score 0–100
     * @param ageDays as-of date minus that snapshot's as-of date
     */
    public record LastKnown(double score, int ageDays) {}

    boolean lacksData() {
        return dataAgeDays.isPresent() && dataAgeDays.getAsInt() == NO_DATA;
    }

    /** A value whose data are of the as-of date itself. */
    public static Measurement fresh(Value value) {
        return new Measurement(value, OptionalInt.of(0), Optional.empty());
    }
}
