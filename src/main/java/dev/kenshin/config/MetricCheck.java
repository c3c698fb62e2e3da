package dev.kenshin.config;

import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks what metrics refer to, and that no change is a change of itself.
 *
 * @param complete whether every file of metrics could be read, so that all names are known
 */
record MetricCheck(
        Map<String, MetricConfig> metrics,
        boolean complete,
        Set<String> tables,
        ReferenceCheck references,
        Problems problems) {

    private static final Text METRIC = new Text("指標", "metric");
    private static final Text TABLE = new Text("テーブル", "table");

    void check(List<SegmentConfig> segments) {
        metrics.values().forEach(this::checkForm);
        segments.forEach(this::checkClash);
        checkCycles();
    }

    /** A scorecard's component, or any other place where a metric is named. */
    void checkMetric(Reference metric) {
        if (complete) {
            references.check(metric, metrics.keySet(), METRIC);
        }
    }

    private void checkForm(MetricConfig metric) {
        table(metric.form()).ifPresent(table -> references.check(table, tables, TABLE));
        changed(metric).ifPresent(this::checkMetric);
    }

    private static Optional<Reference> table(MetricConfig.Form form) {
        if (form instanceof MetricConfig.Aggregate aggregate) {
            return Optional.of(aggregate.table());
        }
        if (form instanceof MetricConfig.DaysSince daysSince) {
            return Optional.of(daysSince.table());
        }
        return form instanceof MetricConfig.Nps nps ? Optional.of(nps.table()) : Optional.empty();
    }

    private static Optional<Reference> changed(MetricConfig metric) {
        return metric.form() instanceof MetricConfig.Change change ? Optional.of(change.of()) : Optional.empty();
    }

    /** Both become columns of one table, so they share their names. */
    private void checkClash(SegmentConfig segment) {
        MetricConfig metric = metrics.get(segment.name());
        if (metric != null) {
            problems.error(
                    "KEN-C22",
                    segment.at(),
                    new Text(
                            "「" + segment.name() + "」は指標の名前でもあります(" + metric.at() + ")。",
                            "'" + segment.name() + "' is the name of a metric, too (" + metric.at() + ")."),
                    new Text("どちらかの名前を変えてください。", "Rename one of the two."));
        }
    }

    private void checkCycles() {
        Set<String> seen = new HashSet<>();
        metrics.values().stream()
                .filter(metric -> !seen.contains(metric.name()))
                .forEach(metric -> follow(metric, seen));
    }

    private void follow(MetricConfig start, Set<String> seen) {
        Set<String> path = new LinkedHashSet<>();
        Optional<MetricConfig> next = Optional.of(start);
        while (next.isPresent() && path.add(next.get().name())) {
            next = changed(next.get()).map(of -> metrics.get(of.name()));
        }
        next.filter(metric -> !seen.contains(metric.name())).ifPresent(metric -> reportCycle(metric, path));
        seen.addAll(path);
    }

    private void reportCycle(MetricConfig metric, Set<String> path) {
        List<String> names = List.copyOf(path);
        String circle =
                String.join(" → ", names.subList(names.indexOf(metric.name()), names.size())) + " → " + metric.name();
        problems.error(
                "KEN-C23",
                changed(metric).map(Reference::at).orElse(metric.at()),
                new Text("指標が互いの変化になっています: " + circle + "。", "These metrics go in a circle: " + circle + "."),
                new Text("change-of にはほかの形の指標を書いてください。", "Let change-of name a metric of another form."));
    }
}
