package dev.kenshin.config;

import java.util.OptionalDouble;

/** Reads {@code quarantine-limit} and {@code gates} of a job. */
record GateReader(LimitsReader limits) {
    private static final double QUARANTINE_LIMIT = 0.05;
    private static final double QUARANTINE_BLOCK = 0.5;
    private static final Limits ORPHANS = Limits.of(0.2, 0.5);
    private static final Limits MEAN_HEALTH = Limits.of(3, 10);
    private static final Limits LEVEL_CHANGES = Limits.of(0.2, 0.5);
    private static final Limits DISTRIBUTION = Limits.of(0.1, 0.25);
    private static final Limits WITHOUT_HEALTH = Limits.of(0.05, 0.2);
    private static final int MINIMUM = 20;

    GateConfig read(Section job) {
        Section gates = job.section("gates");
        OptionalDouble minimum = gates.number("minimum");
        return new GateConfig(
                quarantine(job),
                limits.read(gates, "orphans", LimitsReader.SHARE, ORPHANS),
                limits.read(gates, "mean-health", LimitsReader.POINTS, MEAN_HEALTH),
                limits.read(gates, "level-changes", LimitsReader.SHARE, LEVEL_CHANGES),
                limits.read(gates, "distribution", LimitsReader.POINTS, DISTRIBUTION),
                limits.read(gates, "without-health", LimitsReader.SHARE, WITHOUT_HEALTH),
                minimum.isPresent() ? (int) minimum.getAsDouble() : MINIMUM);
    }

    private Limits quarantine(Section job) {
        return limits.read(
                job, "quarantine-limit", LimitsReader.SHARE, warningAbove(QUARANTINE_LIMIT), GateReader::warningAbove);
    }

    /** A limit that somebody set high must not become one that blocks. */
    private static Limits warningAbove(double warn) {
        return Limits.of(warn, Math.max(QUARANTINE_BLOCK, 2 * warn));
    }
}
