package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLog;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Severity;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.WarehouseException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;

/** Turns what made a step fail into something that a person can act upon. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static void tell(RunLog log, String step, Throwable failure) {
        explained(failure)
                .ifPresentOrElse(
                        known -> known.problems().forEach(problem -> log.problem(step, problem)),
                        () -> tellUnexpected(log, step, failure));
    }

    /** Tells why a job failed where none of its steps has, as when the job repository fails once a step has ended. */
    static void tellUntold(RunLog log, JobExecution execution) {
        if (log.findings().stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
            List<Throwable> failures = execution.getAllFailureExceptions();
            failures.forEach(failure -> tell(log, "start", failure));
            if (failures.isEmpty()) {
                tell(
                        log,
                        "start",
                        new IllegalStateException(execution.getExitStatus().toString()));
            }
        }
    }

    private static void tellUnexpected(RunLog log, String step, Throwable failure) {
        LOG.error("Step {} failed.", step, failure);
        log.problem(
                step, NoRoom.problem(step, failure, log.home()).orElseGet(() -> unexpected(step, failure, log.file())));
    }

    /** The exit code of the failure that has to be dealt with first: a source that is not there, before a gate. */
    static ExitCode exitCode(Collection<Throwable> failures) {
        return failures.stream()
                .flatMap(failure -> explained(failure).stream())
                .map(NightFailure::exitCode)
                .max(Comparator.comparing(ExitCode::code))
                .orElse(ExitCode.FAILED);
    }

    static NightFailure cannotOpen(Home home, WarehouseException failure) {
        LOG.error("The warehouse cannot be opened.", failure);
        Problem problem =
                NoRoom.problem("start", failure, home).orElseGet(() -> unopened(home.warehouse(), reason(failure)));
        return new NightFailure(ExitCode.FAILED, List.of(problem));
    }

    private static Problem unopened(Path warehouse, String reason) {
        return Problem.error(
                "KEN-J06",
                Location.file(warehouse.toString()),
                new Text("データベースを開けません: " + reason, "the database cannot be opened: " + reason),
                new Text(
                        "ほかのプログラムで開いていれば閉じてから、同じコマンドを実行してください。",
                        "If another program has it open, close it there; then run the same command."));
    }

    static Optional<NightFailure> explained(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NightFailure known) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private static Problem unexpected(String step, Throwable failure, Path log) {
        String reason = reason(failure);
        return Problem.error(
                "KEN-J01",
                new Location.Named(step),
                new Text("予期しない失敗です: " + reason, "failed unexpectedly: " + reason),
                new Text(
                        "原因を除いてから同じコマンドを実行すると、この段階から再開します。詳しい記録: " + log,
                        "Remove the cause and run the same command; it restarts at this step. Details: " + log));
    }

    /** The first line of what was said where it began. */
    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String name = root.getClass().getSimpleName();
        return Optional.ofNullable(root.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(name);
    }
}
