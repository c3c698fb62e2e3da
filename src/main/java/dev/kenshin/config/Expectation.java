package dev.kenshin.config;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an extract must look like to be believed.
 *
 * @param freshness how old the newest date in {@code freshnessColumn}, or the last complete extract, may be at the end
 *     of the as-of date
 * @param volumeChange by which share (0.3 = 30%) the number of records may differ from the last extract
 */
public record Expectation(Optional<Duration> freshness, Optional<String> freshnessColumn, OptionalDouble volumeChange) {

    /** Nothing is expected beyond at least one record. */
    public static Expectation none() {
        return new Expectation(Optional.empty(), Optional.empty(), OptionalDouble.empty());
    }
}
