package dev.kenshin.source;

import dev.kenshin.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A source cannot be read, now or at all; the outage policy decides what happens. */
public final class SourceUnavailable extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final boolean interruption;

    public SourceUnavailable(Problem problem) {
        this(problem, null, false);
    }

    public SourceUnavailable(Problem problem, Throwable cause) {
        this(problem, cause, false);
    }

    private SourceUnavailable(Problem problem, @Nullable Throwable cause, boolean interruption) {
        super(problem.message().en(), cause);
        this.problem = problem;
        this.interruption = interruption;
    }

    /** Nothing is wrong with the source: a wait was ended because the process is to end. */
    public static SourceUnavailable interrupted(Problem problem) {
        return new SourceUnavailable(problem, null, true);
    }

    public Problem problem() {
        return problem;
    }

    /** Whether reading was only {@link #interrupted}. */
    public boolean isInterruption() {
        return interruption;
    }

    /** The same, told in other words. */
    public SourceUnavailable with(Problem other) {
        return new SourceUnavailable(other, null, interruption);
    }
}
