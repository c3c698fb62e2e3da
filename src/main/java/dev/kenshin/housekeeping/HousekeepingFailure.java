package dev.kenshin.housekeeping;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.nio.file.Path;

/** Housekeeping cannot be done as asked; nothing was changed unless the problem says so. */
public final class HousekeepingFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;
    private final transient Problem problem;

    /** Without a stack trace: where in the code it was noticed helps nobody. */
    HousekeepingFailure(ExitCode exitCode, Problem problem) {
        super(problem.message().en(), null, false, false);
        this.exitCode = exitCode;
        this.problem = problem;
    }

    static HousekeepingFailure failed(String code, Path place, Text message, Text fix) {
        return new HousekeepingFailure(
                ExitCode.FAILED, Problem.error(code, Location.file(place.toString()), message, fix));
    }

    static HousekeepingFailure usage(String code, Path place, Text message, Text fix) {
        return new HousekeepingFailure(
                ExitCode.USAGE, Problem.error(code, Location.file(place.toString()), message, fix));
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    public Problem problem() {
        return problem;
    }
}
