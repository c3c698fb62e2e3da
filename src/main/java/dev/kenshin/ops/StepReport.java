package dev.kenshin.ops;

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
        Map<String, Long> counts) {}
