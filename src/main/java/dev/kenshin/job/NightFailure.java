package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Problem;
import java.util.List;

/** The night, or a look at one, cannot go on, for a reason that a person can do something about. */
public final class NightFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;
    private final transient List<Problem> problems;

    /** Without a stack trace: where in the code it was noticed helps nobody. */
    NightFailure(ExitCode exitCode, List<Problem> problems) {
        super(problems.get(0).message().en(), null, false, false);
        this.exitCode = exitCode;
        this.problems = List.copyOf(problems);
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    public List<Problem> problems() {
        return problems;
    }
}
