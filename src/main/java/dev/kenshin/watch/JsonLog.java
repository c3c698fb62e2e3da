package dev.kenshin.watch;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Finding;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunState;
import dev.kenshin.ops.StepReport;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Severity;
import dev.kenshin.problem.Text;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run as lines of JSON, for machines: its beginning and end, each step's, all that was found, and what libraries log
 * meanwhile. The page {@code watching.md} lists the keys.
 */
public final class JsonLog implements Consumer<RunReport>, AutoCloseable {
    private final PrintWriter out;
    private final Clock clock;
    private final Language language;
    private final LibraryLines libraries;
    private final Set<Object> told = new HashSet<>();
    private volatile @Nullable RunReport latest;

    /** @param out where a line goes at once */
    public JsonLog(PrintWriter out, Clock clock, Language language) {
        this.out = out;
        this.clock = clock;
        this.language = language;
        this.libraries = LibraryLines.into(this);
    }

    @Override
    public synchronized void accept(RunReport report) {
        latest = report;
        if (told.add("began")) {
            tell(line(report.run().started(), "INFO", "run")
                    .with("message", LogWords.began(night(report)).in(language))
                    .with("state", RunState.RUNNING));
        }
        report.findings().stream().filter(told::add).forEach(this::tell);
        for (StepReport step : report.steps()) {
            boolean another = !report.wasDoneBefore(step);
            if (another && told.add(step.name() + " " + step.state())) {
                tell(step);
            }
        }
        if (report.exitCode() != null) {
            tellEnd(report, report.exitCode());
        }
    }

    /** Something that stands in the way of a run, or of watching it. */
    public void tell(Problem problem) {
        tell(line(clock.instant(), level(problem.severity()), "problem")
                .with("code", problem.code())
                .with("message", problem.message().in(language))
                .with("location", problem.location().toString())
                .with("fix", problem.fix().in(language)));
    }

    /** What a command has to say besides. */
    public void tell(ExitCode code, Text note) {
        tell(line(clock.instant(), level(code.code()), "note")
                .with("message", note.in(language).strip())
                .with("exit_code", code.code()));
    }

    /** Libraries are heard no longer; doing it twice does no harm. */
    @Override
    public void close() {
        libraries.leave();
        out.flush();
    }

    LogLine line(Instant time, String level, String event) {
        return new LogLine(time, level, event, Optional.ofNullable(latest).map(RunReport::run));
    }

    void tell(LogLine line) {
        out.println(line.json());
    }

    private void tell(Finding finding) {
        tell(line(clock.instant(), level(finding.severity()), "problem")
                .step(finding.step())
                .with("code", finding.code())
                .with("message", finding.message().in(language))
                .with("location", finding.location())
                .with("fix", finding.fix().in(language)));
    }

    private void tell(StepReport step) {
        Instant time = Objects.requireNonNullElse(step.ended(), step.started());
        LogLine line = line(time, level(step.state()), "step").step(step.name());
        if (step.state() == RunState.RUNNING) {
            tell(line.with("message", LogWords.began(step.name()).in(language)).with("state", step.state()));
            return;
        }
        tell(line.with("message", LogWords.ended(step).in(language))
                .with("state", step.state())
                .with("seconds", step.seconds())
                .with("counts", step.counts()));
    }

    private void tellEnd(RunReport report, int exitCode) {
        Instant time = Objects.requireNonNullElseGet(report.ended(), clock::instant);
        tell(line(time, level(exitCode), "run")
                .with("message", LogWords.ended(night(report), exitCode).in(language))
                .with("state", report.state())
                .with("exit_code", exitCode));
    }

    private static String night(RunReport report) {
        return report.run().job() + " " + report.run().asOf();
    }

    private static String level(Severity severity) {
        return severity == Severity.ERROR ? "ERROR" : "WARN";
    }

    private static String level(RunState state) {
        return switch (state) {
            case RUNNING, DONE -> "INFO";
            case WARNINGS, STOPPED -> "WARN";
            case FAILED -> "ERROR";
        };
    }

    private static String level(int exitCode) {
        if (exitCode == ExitCode.DONE.code()) {
            return "INFO";
        }
        boolean harmless = exitCode == ExitCode.WARNINGS.code()
                || exitCode == ExitCode.TERMINATED.code()
                || exitCode == ExitCode.LOCKED.code();
        return harmless ? "WARN" : "ERROR";
    }
}
