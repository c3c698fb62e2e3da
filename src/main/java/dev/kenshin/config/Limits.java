package dev.kenshin.config;

import java.util.OptionalDouble;

/**
 * Two limits of what a quality gate measures, each exceeded by larger values only.
 *
 * @param warn above it the night ends with warnings; empty: never
 * @param block above it the night is stopped, or an extract is not believed; empty: never
 */
public record Limits(OptionalDouble warn, OptionalDouble block) {
    /** Nothing is too much. */
    public static final Limits NONE = new Limits(OptionalDouble.empty(), OptionalDouble.empty());

    public static Limits of(double warn, double block) {
        return new Limits(OptionalDouble.of(warn), OptionalDouble.of(block));
    }

    /** Without a warning before. */
    public static Limits blockingAbove(double block) {
        return new Limits(OptionalDouble.empty(), OptionalDouble.of(block));
    }

    public static Limits warningAbove(double warn) {
        return new Limits(OptionalDouble.of(warn), OptionalDouble.empty());
    }

    /** Whether there is any. */
    public boolean areGiven() {
        return warn.isPresent() || block.isPresent();
    }

    /** Whether one of them is exceeded. */
    public boolean areExceededBy(double measured) {
        return isAbove(warn, measured) || block(measured);
    }

    public boolean block(double measured) {
        return isAbove(block, measured);
    }

    /** The limit that is exceeded, if one is: the one that blocks before the other. */
    public double exceeded(double measured) {
        return block(measured) ? block.orElse(0) : warn.orElse(0);
    }

    private static boolean isAbove(OptionalDouble limit, double measured) {
        return limit.isPresent() && measured > limit.getAsDouble();
    }
}
