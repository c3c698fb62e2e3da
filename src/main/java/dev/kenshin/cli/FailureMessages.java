package dev.kenshin.cli;

import dev.kenshin.config.ConfigException;
import dev.kenshin.housekeeping.HousekeepingFailure;
import dev.kenshin.job.NightFailure;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.ProblemPrinter;
import dev.kenshin.problem.Text;
import dev.kenshin.watch.JsonLog;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong with a command, in words or in JSON, and in an exit code. */
final class FailureMessages implements IExecutionExceptionHandler {
    private final Session session;

    FailureMessages(Session session) {
        this.session = session;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        LogFormat format = command.getParseResult().matchedOptionValue("log-format", LogFormat.AUTO);
        if (format == LogFormat.JSON) {
            sayInJson(failure);
        } else {
            sayInWords(failure, command.getErr());
        }
        return exitCode(failure).code();
    }

    /** The exit code of a command that ends with this failure. */
    static ExitCode exitCode(Exception failure) {
        if (failure instanceof ConfigException) {
            return ExitCode.CONFIGURATION;
        }
        if (failure instanceof NightFailure known) {
            return known.exitCode();
        }
        if (failure instanceof HousekeepingFailure known) {
            return known.exitCode();
        }
        return failure instanceof Refusal refusal ? refusal.exitCode() : ExitCode.FAILED;
    }

    private void sayInWords(Exception failure, PrintWriter err) {
        if (failure instanceof ConfigException mistakes) {
            boolean colours = session.terminal().interactive();
            err.print(new ProblemPrinter(session.language(), colours, Path.of("")).print(mistakes.problems()));
            err.flush();
        } else if (failure instanceof NightFailure known) {
            known.problems().forEach(problem -> err.println(problem.in(session.language())));
        } else if (failure instanceof HousekeepingFailure known) {
            err.println(known.problem().in(session.language()));
        } else {
            err.println(note(failure).in(session.language()));
        }
    }

    private void sayInJson(Exception failure) {
        try (JsonLog log = session.jsonLog()) {
            if (failure instanceof ConfigException mistakes) {
                mistakes.problems().forEach(log::tell);
            } else if (failure instanceof NightFailure known) {
                known.problems().forEach(log::tell);
            } else if (failure instanceof HousekeepingFailure known) {
                log.tell(known.problem());
            }
            log.tell(exitCode(failure), note(failure));
        }
    }

    /** The one sentence that says it. */
    private static Text note(Exception failure) {
        if (failure instanceof Refusal refusal) {
            return refusal.text();
        }
        if (failure instanceof ConfigException
                || failure instanceof NightFailure
                || failure instanceof HousekeepingFailure) {
            return new Text("何もせずに終わりました。", "Nothing was done.");
        }
        // Asked for only here, since a logging library takes longer to start than most commands.
        LoggerFactory.getLogger(FailureMessages.class).error("The command failed.", failure);
        return new Text("失敗しました: " + failure.getMessage(), "Failed: " + failure.getMessage());
    }
}
