package dev.kenshin.watch;

import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.StepName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** One line of the log as JSON. All lines have the same keys in the same order; a key without a value is left out. */
final class LogLine {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * Begins a line.
     *
     * @param level {@code INFO}, {@code WARN} or {@code ERROR}
     * @param event what kind of line it is: {@code run}, {@code step}, {@code problem}, {@code note} or {@code log}
     */
    LogLine(Instant time, String level, String event, Optional<RunReport.Run> run) {
        values.put("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
        values.put("level", level);
        values.put("event", event);
        run.ifPresent(this::of);
    }

    private void of(RunReport.Run run) {
        values.put("run", run.id());
        values.put("job", run.job());
        values.put("as_of", run.asOf().toString());
        values.put("revision", run.revision());
    }

    LogLine step(String name) {
        StepName step = new StepName(name);
        return with("step", name)
                .with("source", step.source().orElse(""))
                .with("stream", step.stream().orElse(""));
    }

    /** An empty text is no value, and neither are no counts. */
    LogLine with(String key, Object value) {
        if (!value.equals("") && !value.equals(Map.of())) {
            values.put(key, value);
        }
        return this;
    }

    String json() {
        return JSON.writeValueAsString(values);
    }
}
