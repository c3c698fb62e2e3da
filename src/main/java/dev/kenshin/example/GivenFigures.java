package dev.kenshin.example;

import dev.kenshin.config.Yaml;
import dev.kenshin.job.NightPlan;
import dev.kenshin.metric.Metric;
import dev.kenshin.metric.MetricType;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads values of metrics and segments, and the age of data, that an example gives. */
record GivenFigures(NightPlan plan, ExampleProblems problems) {
    private static final Text ONE_VALUE = new Text("数か語を一つ書いてください。", "Write one number or word.");

    /** The accounts for which values are given by name. */
    Set<String> namedAccounts(Yaml.Mapping given) {
        Set<String> named = new LinkedHashSet<>();
        for (String kind : List.of(GivenReader.METRICS, GivenReader.SEGMENTS)) {
            given.mapping(kind)
                    .filter(GivenFigures::byAccount)
                    .ifPresent(values -> named.addAll(values.entries().keySet()));
        }
        return named;
    }

    /** @param accounts all that are given as rows: none of them is measured where values of one are given */
    Map<String, Map<String, @Nullable Object>> values(Yaml.Mapping given, Optional<String> only, Set<String> accounts) {
        Map<String, Map<String, @Nullable Object>> values = new LinkedHashMap<>();
        for (String kind : List.of(GivenReader.METRICS, GivenReader.SEGMENTS)) {
            given.mapping(kind).ifPresent(figures -> read(kind, figures, only, values));
        }
        if (!values.isEmpty()) {
            accounts.forEach(account -> values.putIfAbsent(account, Map.of()));
        }
        return values;
    }

    Map<String, Integer> ages(Yaml.Mapping given) {
        Map<String, Integer> ages = new LinkedHashMap<>();
        given.mapping(GivenReader.AGE).ifPresent(byTable -> byTable.entries().forEach((table, days) -> {
            if (!plan.tables().containsKey(table)) {
                problems.unknown(
                        byTable.at(table),
                        table,
                        new Text("標準テーブル", "canonical table"),
                        plan.tables().keySet());
            } else if (days instanceof Yaml.Scalar scalar && scalar.value() instanceof Long number) {
                ages.put(table, Math.toIntExact(number));
            }
        }));
        return ages;
    }

    private static boolean byAccount(Yaml.Mapping figures) {
        return !figures.entries().isEmpty()
                && figures.entries().values().stream().allMatch(Yaml.Mapping.class::isInstance);
    }

    private void read(
            String kind,
            Yaml.Mapping figures,
            Optional<String> only,
            Map<String, Map<String, @Nullable Object>> values) {
        if (byAccount(figures)) {
            figures.entries().forEach((account, own) -> add(kind, (Yaml.Mapping) own, account, values));
        } else {
            only.ifPresentOrElse(
                    account -> add(kind, figures, account, values), () -> problems.whichAccount(figures.at()));
        }
    }

    private void add(
            String kind, Yaml.Mapping figures, String account, Map<String, Map<String, @Nullable Object>> values) {
        Map<String, @Nullable Object> own = values.computeIfAbsent(account, unseen -> new LinkedHashMap<>());
        figures.entries().forEach((name, value) -> own.put(name, value(kind, name, value, figures)));
    }

    private @Nullable Object value(String kind, String name, Yaml yaml, Yaml.Mapping in) {
        if (!(yaml instanceof Yaml.Scalar scalar)) {
            problems.wrongShape(yaml.at(), name, ONE_VALUE);
            return null;
        }
        boolean metric = kind.equals(GivenReader.METRICS);
        checkName(metric, name, in);
        boolean text = !metric
                || plan.metrics()
                        .metric(name)
                        .map(Metric::type)
                        .filter(MetricType.TEXT::equals)
                        .isPresent();
        if (scalar.value() == null || text) {
            return scalar.value() == null ? null : scalar.text();
        }
        Optional<Cell.Figure> number = Cell.number(scalar.text());
        if (number.isEmpty()) {
            problems.unreadable(scalar.at(), name, scalar.text(), Text.same("0.35"));
        }
        return number.map(figure -> figure.value().doubleValue()).orElse(null);
    }

    private void checkName(boolean metric, String name, Yaml.Mapping in) {
        List<String> known = new ArrayList<>(
                metric
                        ? plan.metrics().metrics().stream().map(Metric::name).toList()
                        : plan.metrics().segments());
        if (!known.contains(name)) {
            Text kind = metric ? new Text("指標", "metric") : new Text("セグメント", "segment");
            problems.unknown(in.at(name), name, kind, known);
        }
    }
}
