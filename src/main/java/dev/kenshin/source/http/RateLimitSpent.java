package dev.kenshin.source.http;

import dev.kenshin.problem.Problem;

/** A rate limit would take longer than the budget for waiting; what was read so far is good, the rest comes next night. */
public final class RateLimitSpent extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    RateLimitSpent(Problem problem) {
        super(problem.message().en());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
