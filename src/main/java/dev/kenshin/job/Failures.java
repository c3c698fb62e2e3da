package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.RunLog;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what made a step fail into something that a person can act upon. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static void tell(RunLog log, String step, Throwable failure) {
        Optional<NightFailure> explained = explained(failure);
        explained.ifPresentOrElse(
                known -> known.problems().forEach(problem -> log.problem(step, problem)),
                () -> log.problem(step, unexpected(step, failure)));
        if (explained.isEmpty()) {
            LOG.error("Step {} failed.", step, failure);
        }
    }

    /** The exit code of the first failure that has one of its own. */
    static ExitCode exitCode(Collection<Throwable> failures) {
        return failures.stream()
                .flatMap(failure -> explained(failure).stream())
                .map(NightFailure::exitCode)
                .findFirst()
                .orElse(ExitCode.FAILED);
    }

    private static Optional<NightFailure> explained(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NightFailure known) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private static Problem unexpected(String step, Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return Problem.error(
                "KEN-J01",
                new Location.Named(step),
                new Text("予期しない失敗です: " + message, "failed unexpectedly: " + message),
                new Text(
                        "原因を除いてから同じコマンドを実行すると、この段階から再開します。",
                        "Remove the cause and run the same command; it restarts at this step."));
    }
}
