package dev.kenshin.metric;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Finds the rows that a metric looks at, also through the metrics that it is derived from. */
final class RowsOfMetrics {
    private final Map<String, MetricColumn> columns = new LinkedHashMap<>();
    private final Map<String, Condition> rows = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    private RowsOfMetrics(List<List<MetricColumn>> layers) {
        layers.forEach(layer -> layer.forEach(column -> columns.put(column.name(), column)));
    }

    static List<MetricRows> of(String metric, List<List<MetricColumn>> layers, LocalDate asOf) {
        RowsOfMetrics found = new RowsOfMetrics(layers);
        found.visit(metric);
        return found.rows.entrySet().stream()
                .map(table -> new MetricRows(table.getKey(), Dialect.render(table.getValue(), asOf)))
                .toList();
    }

    private void visit(String name) {
        MetricColumn column = columns.get(name);
        if (column == null || !seen.add(name)) {
            return;
        }
        column.needs().forEach(this::visit);
        if (column.formula() instanceof Formula.Aggregated aggregated) {
            Condition filter =
                    aggregated.filter().map(Formula.Filter::condition).orElse(DSL.noCondition());
            add(aggregated.pass().table(), aggregated.pass().rows().and(filter));
        } else {
            column.formula().tables().forEach(table -> add(table, DSL.trueCondition()));
        }
    }

    private void add(String table, Condition condition) {
        rows.merge(table, condition, (one, other) -> Optional.of(one)
                .filter(other::equals)
                .orElseGet(() -> one.or(other)));
    }
}
