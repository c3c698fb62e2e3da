package dev.kenshin.config;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code config/metrics/*.yaml}: the keys decide the form. */
final class MetricReader {
    private final Problems problems;

    MetricReader(Problems problems) {
        this.problems = problems;
    }

    /** All metrics by name; a name that is used twice is a problem, and the first stays. */
    Map<String, MetricConfig> read(List<ConfigTree> files) {
        Map<String, MetricConfig> metrics = new LinkedHashMap<>();
        for (ConfigTree file : files) {
            Section top = new Section(file.tree());
            top.mapping().entries().keySet().forEach(name -> add(metric(name, top), metrics));
        }
        return metrics;
    }

    private void add(MetricConfig metric, Map<String, MetricConfig> metrics) {
        MetricConfig first = metrics.putIfAbsent(metric.name(), metric);
        if (first != null) {
            problems.error(
                    "KEN-C21",
                    metric.at(),
                    new Text(
                            "指標「" + metric.name() + "」は " + first.at() + " にもあります。",
                            "The metric '" + metric.name() + "' is defined at " + first.at() + " already."),
                    new Text("どちらかの名前を変えてください。", "Rename one of the two."));
        }
    }

    private static MetricConfig metric(String name, Section file) {
        Section metric = file.section(name);
        Location at = file.keyAt(name);
        return new MetricConfig(
                name, metric.label("label", name), form(metric), metric.text("unit"), metric.label("description"), at);
    }

    private static MetricConfig.Form form(Section metric) {
        if (metric.has("change-of")) {
            return change(metric);
        }
        if (metric.has("days-since")) {
            return new MetricConfig.DaysSince(
                    metric.reference("days-since"), metric.optionalReference("time"), metric.optionalSql("where"));
        }
        if (metric.has("nps")) {
            return nps(metric);
        }
        if (metric.has("sql")) {
            return new MetricConfig.Query(metric.sql("sql"));
        }
        return metric.has("from") ? aggregate(metric) : new MetricConfig.Expression(metric.sql("value"));
    }

    private static MetricConfig.Change change(Section metric) {
        boolean ratio = metric.words("as").equals("ratio");
        return new MetricConfig.Change(
                metric.reference("change-of"),
                ratio ? MetricConfig.Change.Kind.RATIO : MetricConfig.Change.Kind.DIFFERENCE);
    }

    private static MetricConfig.Nps nps(Section metric) {
        return new MetricConfig.Nps(
                metric.reference("from"), metric.sql("nps"), metric.optionalSql("where"), metric.days("window"), (int)
                        metric.number("at-least").orElse(1));
    }

    private static MetricConfig.Aggregate aggregate(Section metric) {
        return new MetricConfig.Aggregate(
                metric.reference("from"),
                metric.sql("value"),
                metric.optionalSql("where"),
                metric.optionalReference("time"),
                metric.days("window"),
                metric.number("when-none"));
    }
}
