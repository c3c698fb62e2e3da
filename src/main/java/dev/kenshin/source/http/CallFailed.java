package dev.kenshin.source.http;

import dev.kenshin.problem.Problem;

/** One attempt at a call came to nothing. */
final class CallFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final boolean passing;

    private CallFailed(Problem problem, boolean passing) {
        super(problem.message().en(), null, false, false);
        this.problem = problem;
        this.passing = passing;
    }

    /** Another attempt may succeed. */
    static CallFailed forNow(Problem problem) {
        return new CallFailed(problem, true);
    }

    /** Another attempt would end the same way. */
    static CallFailed forGood(Problem problem) {
        return new CallFailed(problem, false);
    }

    Problem problem() {
        return problem;
    }

    boolean isPassing() {
        return passing;
    }
}
