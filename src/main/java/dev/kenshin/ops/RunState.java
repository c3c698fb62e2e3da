package dev.kenshin.ops;

/** How a run, or a step of it, stands. */
public enum RunState {
    RUNNING,
    DONE,
    /** Done, but something needs a look. */
    WARNINGS,
    FAILED,
    STOPPED
}
