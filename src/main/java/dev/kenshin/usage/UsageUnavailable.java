package dev.kenshin.usage;

import dev.kenshin.problem.Problem;

/** Events cannot be read; nothing of what was aggregated before has changed. The outage policy decides what happens. */
public final class UsageUnavailable extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    UsageUnavailable(Problem problem) {
        super(problem.message().en());
        this.problem = problem;
    }

    UsageUnavailable(Problem problem, Throwable cause) {
        super(problem.message().en(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
