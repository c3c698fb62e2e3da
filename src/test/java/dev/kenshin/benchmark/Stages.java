package dev.kenshin.benchmark;

import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunReport;
import dev.kenshin.ops.RunReports;
import dev.kenshin.ops.StepReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Where the time of a home's last run went: from the start of a stage's first step to the end of its last. */
final class Stages {
    /** The first word of a step's name says what it belongs to. */
    private static final Map<String, String> STAGES = Map.ofEntries(
            Map.entry("extract", "extract and land"),
            Map.entry("land", "extract and land"),
            Map.entry("aggregate", "aggregate usage (meanwhile)"),
            Map.entry("model", "map"),
            Map.entry("map", "map"),
            Map.entry("accounts", "map"),
            Map.entry("link", "map"),
            Map.entry("measure", "measure"),
            Map.entry("score", "score"));

    private Stages() {}

    /** For example {@code extract and land 9.1 s, map 4.2 s}. */
    static String of(Path home) throws IOException {
        RunReport report = new RunReports(new Home(home)).last(1).get(0);
        Map<String, List<StepReport>> stages = report.steps().stream()
                .filter(step -> !report.wasDoneBefore(step))
                .collect(Collectors.groupingBy(Stages::stage, LinkedHashMap::new, Collectors.toList()));
        return stages.entrySet().stream()
                .map(stage -> String.format(Locale.ROOT, "%s %.1f s", stage.getKey(), seconds(stage.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static String stage(StepReport step) {
        return STAGES.getOrDefault(step.name().replaceAll(" .*", ""), "publish");
    }

    private static double seconds(List<StepReport> steps) {
        Instant start =
                steps.stream().map(StepReport::started).min(Instant::compareTo).orElseThrow();
        Instant end = steps.stream()
                .map(step -> Objects.requireNonNull(step.ended()))
                .max(Instant::compareTo)
                .orElseThrow();
        return Duration.between(start, end).toMillis() / 1000.0;
    }
}
