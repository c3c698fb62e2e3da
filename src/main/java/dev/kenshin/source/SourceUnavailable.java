package dev.kenshin.source;

import dev.kenshin.problem.Problem;

/** A source cannot be read, now or at all; the outage policy decides what happens. */
public final class SourceUnavailable extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public SourceUnavailable(Problem problem) {
        super(problem.message().en());
        this.problem = problem;
    }

    public SourceUnavailable(Problem problem, Throwable cause) {
        super(problem.message().en(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
