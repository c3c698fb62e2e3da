package dev.kenshin.watch;

import java.time.Duration;

/**
 * How hard a ping tries.
 *
 * @param connect how long to wait for a connection
 * @param response how long an answer may take, its last byte included
 * @param attempts how often in all
 * @param pause between two of them
 */
record PingPolicy(Duration connect, Duration response, int attempts, Duration pause) {
    /** No more than ten seconds in all. */
    static final PingPolicy USUAL =
            new PingPolicy(Duration.ofSeconds(2), Duration.ofSeconds(3), 3, Duration.ofMillis(500));
}
