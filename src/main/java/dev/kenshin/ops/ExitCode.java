package dev.kenshin.ops;

/** What a command tells the program that started it. */
public enum ExitCode {
    DONE(0),
    /** Run the same command again to restart at the step that failed. */
    FAILED(1),
    USAGE(2),
    /** Published, but a source was stale, or too many rows were quarantined. */
    WARNINGS(3),
    /** Another run holds the lock. */
    LOCKED(11),
    /** A quality gate stopped publication; yesterday's tables stay. */
    GATE(65),
    /** A source was unavailable, and its policy is to fail. */
    SOURCE_UNAVAILABLE(69),
    CONFIGURATION(78),
    /** Stopped by SIGTERM; the same command goes on. */
    TERMINATED(143);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
