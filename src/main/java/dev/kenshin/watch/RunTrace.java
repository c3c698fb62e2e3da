package dev.kenshin.watch;

import dev.kenshin.ops.Finding;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunState;
import dev.kenshin.ops.StepName;
import dev.kenshin.ops.StepReport;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Optional;

/** A run as a trace: a span for the run, and in it one for each of its steps, with what was found as events. */
record RunTrace(Tracer tracer, Context parent) {
    private static final AttributeKey<String> CODE = AttributeKey.stringKey("kenshin.code");
    private static final AttributeKey<String> SEVERITY = AttributeKey.stringKey("kenshin.severity");

    void write(RunReport report) {
        Span run = run(report);
        Context within = parent.with(run);
        for (StepReport step : report.steps()) {
            if (!report.wasDoneBefore(step)) {
                write(report, step, within);
            }
        }
        report.findings().stream()
                .filter(finding -> report.steps().stream().noneMatch(step -> isOf(finding, step)))
                .forEach(finding -> event(run, finding, end(report)));
        if (!report.succeeded()) {
            run.setStatus(StatusCode.ERROR, "exit code " + report.exitCode());
        }
        run.end(end(report));
    }

    private Span run(RunReport report) {
        RunReport.Run run = report.run();
        return tracer.spanBuilder("run " + run.job())
                .setParent(parent)
                .setStartTimestamp(run.started())
                .setAttribute("kenshin.run", run.id())
                .setAttribute("kenshin.job", run.job())
                .setAttribute("kenshin.as_of", run.asOf().toString())
                .setAttribute("kenshin.revision", run.revision())
                .setAttribute("kenshin.state", report.state().name())
                .setAttribute("kenshin.exit_code", (long)
                        Optional.ofNullable(report.exitCode()).orElse(-1))
                .startSpan();
    }

    private void write(RunReport report, StepReport step, Context within) {
        StepName name = new StepName(step.name());
        Span span = tracer.spanBuilder(step.name())
                .setParent(within)
                .setStartTimestamp(step.started())
                .setAttribute("kenshin.job", report.run().job())
                .setAttribute("kenshin.as_of", report.run().asOf().toString())
                .setAttribute("kenshin.step", step.name())
                .setAttribute("kenshin.state", step.state().name())
                .startSpan();
        name.source().ifPresent(source -> span.setAttribute("kenshin.source", source));
        name.stream().ifPresent(stream -> span.setAttribute("kenshin.stream", stream));
        step.counts().forEach((kind, number) -> span.setAttribute("kenshin.rows." + kind.replace(' ', '_'), number));
        Instant end = Optional.ofNullable(step.ended()).orElseGet(() -> end(report));
        report.findings().stream().filter(finding -> isOf(finding, step)).forEach(finding -> event(span, finding, end));
        if (step.state() == RunState.FAILED) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(end);
    }

    private static boolean isOf(Finding finding, StepReport step) {
        return finding.step().equals(step.name());
    }

    /** Without its message and place, which may name people. */
    private static void event(Span span, Finding finding, Instant time) {
        span.addEvent(
                "problem",
                Attributes.of(CODE, finding.code(), SEVERITY, finding.severity().name()),
                time);
    }

    private static Instant end(RunReport report) {
        return Optional.ofNullable(report.ended()).orElse(report.run().started());
    }
}
