package dev.kenshin.config;

import java.time.Duration;

/** What a night does when a source cannot be read. */
public sealed interface OutagePolicy {

    /** The night fails with exit code 69. */
    record Fail() implements OutagePolicy {}

    /** The night goes on with what was landed last, as long as that is no older than {@code limit}. */
    record UseLast(Duration limit) implements OutagePolicy {}
}
