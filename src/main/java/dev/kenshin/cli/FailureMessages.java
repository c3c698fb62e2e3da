package dev.kenshin.cli;

import dev.kenshin.config.ConfigException;
import dev.kenshin.housekeeping.HousekeepingFailure;
import dev.kenshin.job.NightFailure;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.ProblemPrinter;
import dev.kenshin.problem.Text;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong with a command, in words and in an exit code. */
final class FailureMessages implements IExecutionExceptionHandler {
    private final Session session;

    FailureMessages(Session session) {
        this.session = session;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof ConfigException mistakes) {
            command.getErr()
                    .print(new ProblemPrinter(
                                    session.language(), session.terminal().interactive(), Path.of(""))
                            .print(mistakes.problems()));
            command.getErr().flush();
            return ExitCode.CONFIGURATION.code();
        }
        if (failure instanceof NightFailure known) {
            known.problems().forEach(problem -> command.getErr().println(problem.in(session.language())));
            return known.exitCode().code();
        }
        if (failure instanceof HousekeepingFailure known) {
            command.getErr().println(known.problem().in(session.language()));
            return known.exitCode().code();
        }
        if (failure instanceof Refusal refusal) {
            command.getErr().println(refusal.text().in(session.language()));
            return refusal.exitCode().code();
        }
        // Asked for only here, since a logging library takes longer to start than most commands.
        LoggerFactory.getLogger(FailureMessages.class).error("The command failed.", failure);
        command.getErr()
                .println(new Text("失敗しました: " + failure.getMessage(), "Failed: " + failure.getMessage())
                        .in(session.language()));
        return ExitCode.FAILED.code();
    }
}
