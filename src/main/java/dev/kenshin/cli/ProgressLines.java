package dev.kenshin.cli;

import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunState;
import dev.kenshin.ops.StepReport;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A plain line for every step that ended, as cron's mail likes it. */
final class ProgressLines implements ProgressView {
    private final PrintWriter err;
    private final Language language;
    private final Set<String> told = new HashSet<>();

    ProgressLines(Session session) {
        this.err = session.terminal().err();
        this.language = session.language();
    }

    @Override
    public synchronized void accept(RunReport report) {
        if (told.isEmpty()) {
            passOver(report);
        }
        for (StepReport step : report.steps()) {
            if (step.state() != RunState.RUNNING && told.add(step.name())) {
                err.println(line(report, step));
            }
        }
    }

    @Override
    public void close() {
        err.flush();
    }

    private void passOver(RunReport report) {
        report.steps().stream().filter(report::wasDoneBefore).forEach(step -> told.add(step.name()));
        if (!told.isEmpty()) {
            err.println(new Text(
                            "前回の続きから実行します。%d段階のうち%d段階は完了済みです。".formatted(report.stepsInAll(), told.size()),
                            "Going on where the last run stopped: %d of %d steps are done."
                                    .formatted(told.size(), report.stepsInAll()))
                    .in(language));
        }
    }

    private String line(RunReport report, StepReport step) {
        String counts = step.counts().entrySet().stream()
                .filter(count -> count.getValue() != 0)
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
        return "[%2d/%d] %-8s %-32s %6.2f s  %s"
                .formatted(told.size(), report.stepsInAll(), step.state(), step.name(), step.seconds(), counts)
                .stripTrailing();
    }
}
