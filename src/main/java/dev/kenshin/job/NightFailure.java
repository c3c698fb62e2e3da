package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Problem;
import java.util.List;

/** The night cannot go on, for a reason that a person can do something about. */
final class NightFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;
    private final transient List<Problem> problems;

    NightFailure(ExitCode exitCode, List<Problem> problems) {
        super(problems.get(0).message().en());
        this.exitCode = exitCode;
        this.problems = List.copyOf(problems);
    }

    ExitCode exitCode() {
        return exitCode;
    }

    List<Problem> problems() {
        return problems;
    }
}
