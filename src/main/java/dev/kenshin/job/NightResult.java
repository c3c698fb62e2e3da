package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;

/** How a run ended. */
public record NightResult(ExitCode exitCode, Work work) {

    /** What there was to do. */
    public enum Work {
        /** The night, or what was left of it. */
        DONE,
        /** Nothing: the night was complete. */
        NONE,
        /** Nothing, but the night was computed with another configuration than the one at hand. */
        NONE_WITH_THIS_CONFIGURATION
    }
}
