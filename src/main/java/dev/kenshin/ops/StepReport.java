package dev.kenshin.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run.
 *
 * @param counts what was counted, in the order of the step's own flow: extracted, added, unchanged ...
 */
public record StepReport(
        String name,
        RunState state,
        Instant started,
        @Nullable Instant ended,
        Map<String, Long> counts) {

    /** How long it took; 0 while it goes on, and where the clock was set back meanwhile. */
    public double seconds() {
        return ended == null ? 0 : Math.max(0, Duration.between(started, ended).toMillis() / 1000.0);
    }
}
