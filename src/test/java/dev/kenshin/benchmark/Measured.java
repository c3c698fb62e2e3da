package dev.kenshin.benchmark;

import java.time.Duration;

/**
 * What a process took.
 *
 * @param processor of all its threads, in user and system mode; up to the last look at it, some hundredths of a second
 *     before its end
 * @param peakBytes the most memory it held at a time, all of it (resident set); 0 where the system does not tell
 */
record Measured(Duration wall, Duration processor, long peakBytes) {
    double seconds() {
        return wall.toMillis() / 1000.0;
    }
}
