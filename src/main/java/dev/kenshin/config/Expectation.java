package dev.kenshin.config;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an extract must look like to be believed.
 *
 * @param age how many hours before the end of the as-of date the newest date in {@code freshnessColumn} may lie; without
 *     such a column, the last complete extract, whose age never blocks
 * @param volumeChange by which share (0.3 = 30%) the number of records may differ from what is usual
 * @param duplicates share of the records whose key occurred before in the same extract
 * @param schema what follows when fields are missing or hold something else than before
 */
public record Expectation(
        Limits age, Optional<String> freshnessColumn, Limits volumeChange, Limits duplicates, Reaction schema) {
    private static final Limits DUPLICATES = Limits.of(0.01, 0.1);

    /** What follows when a gate without limits finds something. */
    public enum Reaction {
        BLOCK,
        WARN,
        IGNORE
    }

    /** Nothing is expected of freshness and volume; of keys and fields what is expected of any extract. */
    public static Expectation none() {
        return new Expectation(Limits.NONE, Optional.empty(), Limits.NONE, DUPLICATES, Reaction.BLOCK);
    }

    /** From what age the data count as old. */
    public Optional<Duration> freshness() {
        OptionalDouble hours = age.warn().isPresent() ? age.warn() : age.block();
        return hours.isPresent()
                ? Optional.of(Duration.ofMinutes(Math.round(hours.getAsDouble() * 60)))
                : Optional.empty();
    }
}
