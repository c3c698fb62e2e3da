package dev.kenshin.watch;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Figures;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.StepName;
import dev.kenshin.ops.StepReport;
import dev.kenshin.problem.Severity;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What Prometheus is told of a job. Its labels take their values from the configuration, so that they stay few. */
final class RunGauges {
    private final Gauges gauges;

    RunGauges(String job) {
        this.gauges = new Gauges(job);
    }

    byte[] text() throws IOException {
        return gauges.text();
    }

    RunGauges running(RunReport report) {
        gauges.add("kenshin_running", "Whether a run goes on; 1 also after one that was killed.", 1);
        gauges.add(
                "kenshin_running_since_timestamp_seconds",
                "When the run that goes on was started.",
                seconds(report.run().started()));
        return this;
    }

    RunGauges idle() {
        gauges.add("kenshin_running", "Whether a run goes on; 1 also after one that was killed.", 0);
        return this;
    }

    /** Of the last run that came to an end, whatever that was. */
    RunGauges ended(Optional<RunReport> last) {
        last.ifPresent(this::ended);
        return this;
    }

    /** Of a command that could not begin, and of which there is nothing else to tell. */
    RunGauges refused(Instant at, ExitCode code) {
        lastRun(at, code.code());
        return this;
    }

    /** Of the last run that published: what its tables say holds until the next one. */
    RunGauges succeeded(Optional<RunReport> last) {
        last.ifPresent(this::succeeded);
        return this;
    }

    private void ended(RunReport report) {
        Instant end = Optional.ofNullable(report.ended()).orElse(report.run().started());
        lastRun(end, Optional.ofNullable(report.exitCode()).orElse(ExitCode.FAILED.code()));
        gauges.add(
                "kenshin_last_run_duration_seconds",
                "How long the last run took.",
                Duration.between(report.run().started(), end).toMillis() / 1000.0);
        gauges.add(
                "kenshin_last_run_warnings", "What the last run found worth a look.", count(report, Severity.WARNING));
        gauges.add("kenshin_last_run_errors", "What made the last run fail.", count(report, Severity.ERROR));
        for (StepReport step : report.steps()) {
            if (!report.wasDoneBefore(step)) {
                gauges.add(
                        "kenshin_last_run_step_duration_seconds",
                        "How long a step of the last run took.",
                        step.seconds(),
                        "step",
                        step.name());
            }
        }
        rows(report);
    }

    private void lastRun(Instant end, int exitCode) {
        gauges.add("kenshin_last_run_timestamp_seconds", "When the last run ended.", seconds(end));
        gauges.add("kenshin_last_run_exit_code", "The exit code of the last run.", exitCode);
    }

    private void rows(RunReport report) {
        Map<String, Map<String, Long>> rows = new TreeMap<>();
        report.steps().forEach(step -> {
            Map<String, Long> stage = rows.computeIfAbsent(new StepName(step.name()).stage(), key -> new TreeMap<>());
            step.counts().forEach((kind, number) -> stage.merge(kind, number, Long::sum));
        });
        rows.forEach((stage, kinds) -> kinds.forEach((kind, number) -> gauges.add(
                "kenshin_last_run_rows",
                "What the last run counted, by stage.",
                number,
                "stage",
                stage,
                "kind",
                kind)));
    }

    private void succeeded(RunReport report) {
        Instant end = Optional.ofNullable(report.ended()).orElse(report.run().started());
        gauges.add(
                "kenshin_last_success_timestamp_seconds",
                "When the last run that published ended (exit code 0 or 3).",
                seconds(end));
        gauges.add(
                "kenshin_last_success_as_of_timestamp_seconds",
                "The as-of date of that run, at midnight UTC.",
                report.run().asOf().atStartOfDay(ZoneOffset.UTC).toEpochSecond());
        Optional.ofNullable(report.figures()).ifPresent(this::figures);
    }

    private void figures(Figures figures) {
        figures.accounts()
                .forEach((level, number) ->
                        gauges.add("kenshin_accounts", "How many accounts are at a level.", number, "level", level));
        gauges.add("kenshin_quarantined_rows", "How many rows are set aside.", figures.quarantined());
        for (Figures.SourceFigures stream : figures.sources()) {
            String[] labels = {"source", stream.source(), "stream", stream.stream()};
            gauges.add(
                    "kenshin_source_fresh",
                    "Whether data are as new as they should be.",
                    stream.fresh() ? 1 : 0,
                    labels);
            gauges.add(
                    "kenshin_source_quarantined_rows",
                    "How many rows of it are set aside.",
                    stream.quarantined(),
                    labels);
            if (stream.ageDays() != null) {
                gauges.add(
                        "kenshin_source_age_days",
                        "As-of date minus the newest date in the data.",
                        stream.ageDays(),
                        labels);
            }
            if (stream.records() != null) {
                gauges.add("kenshin_source_records", "How many records are known.", stream.records(), labels);
            }
        }
    }

    private static long count(RunReport report, Severity severity) {
        return report.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }
}
