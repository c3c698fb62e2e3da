package dev.kenshin.cli;

import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunState;
import dev.kenshin.ops.StepReport;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A line for every step that ended: plain for cron's mail, JSON for machines. */
final class ProgressLines implements ProgressView {
    private static final JsonMapper JSON = new JsonMapper();

    private final PrintWriter err;
    private final boolean json;
    private final Set<String> told = new HashSet<>();

    ProgressLines(Session session, boolean json) {
        this.err = session.terminal().err();
        this.json = json;
    }

    @Override
    public synchronized void accept(RunReport report) {
        for (StepReport step : report.steps()) {
            if (step.state() != RunState.RUNNING && told.add(step.name())) {
                err.println(json ? json(report.run(), step) : text(report, step));
            }
        }
    }

    @Override
    public void close() {
        err.flush();
    }

    private String text(RunReport report, StepReport step) {
        String counts = step.counts().entrySet().stream()
                .filter(count -> count.getValue() != 0)
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
        return "[%2d/%d] %-8s %-32s %6.2f s  %s"
                .formatted(told.size(), report.stepsInAll(), step.state(), step.name(), seconds(step), counts)
                .stripTrailing();
    }

    private static String json(RunReport.Run run, StepReport step) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", String.valueOf(step.ended()));
        line.put("run", run.id());
        line.put("job", run.job());
        line.put("as_of", run.asOf().toString());
        line.put("step", step.name());
        line.put("state", step.state());
        line.put("seconds", seconds(step));
        line.put("counts", step.counts());
        return JSON.writeValueAsString(line);
    }

    private static double seconds(StepReport step) {
        return step.ended() == null
                ? 0
                : Duration.between(step.started(), step.ended()).toMillis() / 1000.0;
    }
}
