package dev.kenshin.watch;

import dev.kenshin.ops.Figures;
import dev.kenshin.ops.Finding;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunState;
import dev.kenshin.ops.StepReport;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run in a few lines that may leave the house: numbers and codes, neither messages nor places, which name people. */
final class PingSummary {
    private static final int MOST_FINDINGS = 20;

    private PingSummary() {}

    static String of(RunReport report) {
        RunReport.Run run = report.run();
        StringBuilder summary = new StringBuilder("%s %s revision %d: %s, exit code %s, %s s\n"
                .formatted(
                        run.job(),
                        run.asOf(),
                        run.revision(),
                        report.state().name().toLowerCase(Locale.ROOT),
                        report.exitCode(),
                        seconds(report)));
        report.steps().stream()
                .filter(step -> step.state() == RunState.FAILED)
                .forEach(step -> summary.append("failed: ").append(step.name()).append('\n'));
        summary.append(findings(report));
        Optional.ofNullable(report.figures()).ifPresent(figures -> summary.append(figures(report, figures)));
        return summary.toString();
    }

    private static String seconds(RunReport report) {
        return report.ended() == null
                ? "?"
                : Long.toString(
                        Duration.between(report.run().started(), report.ended()).toSeconds());
    }

    private static String findings(RunReport report) {
        return report.findings().stream()
                .limit(MOST_FINDINGS)
                .map(PingSummary::finding)
                .collect(Collectors.joining());
    }

    private static String finding(Finding finding) {
        return finding.code() + " " + finding.step() + "\n";
    }

    private static String figures(RunReport report, Figures figures) {
        long scored = report.steps().stream().mapToLong(PingSummary::scored).sum();
        String levels = figures.accounts().entrySet().stream()
                .map(level -> level.getKey() + " " + level.getValue())
                .collect(Collectors.joining(", "));
        return "accounts scored %d (%s), rows quarantined %d\n".formatted(scored, levels, figures.quarantined());
    }

    private static long scored(StepReport step) {
        return step.counts().getOrDefault("scored", 0L);
    }
}
