package dev.kenshin.cli;

import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunState;
import dev.kenshin.ops.StepReport;
import dev.kenshin.problem.Text;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar for the person who looks on, with the steps at hand beside it. */
final class ProgressOnTerminal implements ProgressView {
    private final ProgressBar bar;

    ProgressOnTerminal(Session session) {
        bar = new ProgressBarBuilder()
                .setTaskName(new Text("健診", "Night").in(session.language()))
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setInitialMax(1)
                .setUpdateIntervalMillis(100)
                .build();
    }

    @Override
    public void accept(RunReport report) {
        bar.maxHint(Math.max(1, report.stepsInAll()));
        bar.stepTo(report.steps().stream()
                .filter(step -> step.state() != RunState.RUNNING)
                .count());
        bar.setExtraMessage(report.steps().stream()
                .filter(step -> step.state() == RunState.RUNNING)
                .map(StepReport::name)
                .collect(Collectors.joining(", ")));
    }

    @Override
    public void close() {
        bar.close();
    }
}
