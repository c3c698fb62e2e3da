package dev.kenshin.cli;

import dev.kenshin.ops.Finding;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunState;
import dev.kenshin.ops.StepReport;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object a line, for machines: one for every step that ended ({@code step}), for everything that was found ({@code
 * code}), and for the end of the run ({@code exit_code}).
 */
final class ProgressJson implements ProgressView {
    private static final JsonMapper JSON = new JsonMapper();

    private final PrintWriter err;
    private final Clock clock;
    private final Set<Object> told = new HashSet<>();

    ProgressJson(Session session) {
        this.err = session.terminal().err();
        this.clock = session.clock();
    }

    @Override
    public synchronized void accept(RunReport report) {
        for (Finding finding : report.findings()) {
            if (told.add(finding)) {
                tell(report, clock.instant(), finding(finding));
            }
        }
        for (StepReport step : report.steps()) {
            if (step.state() != RunState.RUNNING && told.add(step.name()) && !report.wasDoneBefore(step)) {
                tell(report, step.ended(), step(step));
            }
        }
        if (report.exitCode() != null) {
            tell(report, report.ended(), end(report.state(), report.exitCode()));
        }
    }

    @Override
    public void close() {
        err.flush();
    }

    private void tell(RunReport report, @Nullable Instant time, Map<String, Object> what) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", String.valueOf(time));
        line.put("run", report.run().id());
        line.put("job", report.run().job());
        line.put("as_of", report.run().asOf().toString());
        line.putAll(what);
        err.println(JSON.writeValueAsString(line));
    }

    private static Map<String, Object> end(RunState state, int exitCode) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("state", state);
        line.put("exit_code", exitCode);
        return line;
    }

    private static Map<String, Object> step(StepReport step) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("step", step.name());
        line.put("state", step.state());
        line.put("seconds", step.seconds());
        line.put("counts", step.counts());
        return line;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("step", finding.step());
        line.put("severity", finding.severity());
        line.put("code", finding.code());
        line.put("location", finding.location());
        line.put("message", finding.message());
        line.put("fix", finding.fix());
        return line;
    }
}
