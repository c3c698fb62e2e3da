package dev.kenshin.metric;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.ConfigurationReader;
import dev.kenshin.config.Reference;
import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.config.Sql;
import dev.kenshin.model.Column;
import dev.kenshin.model.ColumnType;
import dev.kenshin.model.ModelTable;
import dev.kenshin.problem.Language;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Metrics as a person writes them, compiled. The account has a custom variable {@code unit_price}. */
record Compiled(MetricPlan plan, List<String> problems) {

    static Compiled metrics(String yaml) {
        return of(yaml, "", List.of());
    }

    /** One metric {@code it} without label and unit, on one line. */
    static Compiled metric(String form) {
        return metrics("it: { label: It, " + form + " }\n");
    }

    static Compiled of(String metrics, String segments, List<ScorecardConfig> scorecards) {
        Problems problems = new Problems();
        MetricPlan plan = MetricCompiler.compile(read(metrics, segments), scorecards, List.of(), tables(), problems);
        return new Compiled(
                plan,
                problems.all().stream()
                        .map(problem -> problem.in(Language.EN).replaceAll("^\\S*/config/", ""))
                        .toList());
    }

    static ScorecardConfig scorecard(String appliesTo, String override) {
        Location here = Location.file("config/scorecards/standard.yaml");
        OverrideRule rule = new OverrideRule(
                "rule", new Sql(override, here), OverrideRule.Effect.CAP, 40, Text.same("because"), here);
        return new ScorecardConfig(
                "standard",
                Text.same("Standard"),
                Optional.of(new Sql(appliesTo, here)),
                ScorecardConfig.Combine.AVERAGE,
                List.of(),
                List.of(rule),
                0.5,
                List.of(),
                List.of(),
                here);
    }

    /** A scorecard of one component: a metric divided by another. */
    static ScorecardConfig rate(String metric, String per) {
        Location here = Location.file("config/scorecards/standard.yaml");
        ScorecardConfig.Component rate = new ScorecardConfig.Component(
                metric,
                new Reference(metric, here),
                Optional.of(new Reference(per, here)),
                Optional.empty(),
                1,
                new ScorecardConfig.Scale.Curve(List.of(new ScorecardConfig.Scale.Knot(0, 0))),
                new ScorecardConfig.Missing.Exclude(),
                OptionalInt.empty(),
                Optional.empty(),
                here);
        ScorecardConfig.Combine average = ScorecardConfig.Combine.AVERAGE;
        ScorecardConfig.Group group =
                new ScorecardConfig.Group("use", Text.same("Use"), 1, average, List.of(rate), List.of(), here);
        return new ScorecardConfig(
                "standard",
                Text.same("Standard"),
                Optional.empty(),
                average,
                List.of(group),
                List.of(),
                0.5,
                List.of(),
                List.of(),
                here);
    }

    static Map<String, ModelTable> tables() {
        Map<String, ModelTable> tables = new TreeMap<>(Shipped.TABLES);
        Column custom = new Column("unit_price", ColumnType.DECIMAL, new Text("単価", "Unit price"));
        tables.computeIfPresent("account", (name, table) -> table.with(List.of(custom)));
        return tables;
    }

    private static Configuration read(String metrics, String segments) {
        try {
            Path folder = Files.createTempDirectory("metrics");
            Path config = Files.createDirectories(folder.resolve("config"));
            Files.createDirectories(config.resolve("metrics"));
            Files.writeString(config.resolve("metrics/it.yaml"), metrics);
            if (!segments.isEmpty()) {
                Files.writeString(config.resolve("segments.yaml"), segments);
            }
            return ConfigurationReader.read(
                    config, Files.createDirectories(folder.resolve("jobs")), Shipped.TABLES.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
