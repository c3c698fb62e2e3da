package dev.kenshin.metric;

import dev.kenshin.config.MetricConfig;
import dev.kenshin.config.Sql;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the type of each column, in the order of computation; a column that cannot be bound is reported and has none. */
final class MetricTypes {
    private static final Set<String> YIELDED = Set.of("account_id", "value");

    private final Map<String, MetricType> types = new LinkedHashMap<>();
    private final Map<String, MetricConfig> metrics;
    private final Binder binder;
    private final Problems problems;

    MetricTypes(Map<String, MetricConfig> metrics, Binder binder, Problems problems) {
        this.metrics = metrics;
        this.binder = binder;
        this.problems = problems;
    }

    Map<String, MetricType> all() {
        return types;
    }

    Optional<MetricType> of(String column) {
        return Optional.ofNullable(types.get(column));
    }

    /** Columns that need one without a type are passed over: what they suffer from has been reported. */
    void add(MetricColumn column) {
        if (!types.keySet().containsAll(column.needs())) {
            return;
        }
        try {
            Optional<MetricType> type = type(column);
            if (type.isPresent()) {
                types.put(column.name(), type.get());
                binder.know(column.name(), type.get());
            }
        } catch (SQLException e) {
            reject(column.sql(), e);
        }
    }

    private void reject(Sql sql, SQLException e) {
        new SqlProblems(sql, problems).rejected(DatabaseMessage.of(e));
    }

    private Optional<MetricType> type(MetricColumn column) throws SQLException {
        if (column.formula() instanceof Formula.Aggregated aggregated) {
            return aggregateType(column, aggregated);
        } else if (column.formula() instanceof Formula.Queried queried) {
            return queryType(column, queried);
        }
        return type(column, binder.knownType(((Formula.Derived) column.formula()).value()));
    }

    private Optional<MetricType> aggregateType(MetricColumn column, Formula.Aggregated formula) throws SQLException {
        if (formula.filter().isPresent()) {
            try {
                binder.checkRows(
                        formula.filter().get().condition(), formula.pass().table());
            } catch (SQLException e) {
                reject(formula.filter().get().sql(), e);
                return Optional.empty();
            }
        }
        Optional<MetricType> type = type(column, binder.aggregateType(formula.value(), formula.pass()));
        if (formula.whenNone().isPresent() && type.equals(Optional.of(MetricType.TEXT))) {
            new DefinitionProblems(problems).whenNoneOfText(column.sql().at());
        }
        return type;
    }

    private Optional<MetricType> queryType(MetricColumn column, Formula.Queried formula) throws SQLException {
        Map<String, String> columns = binder.queryColumns(formula);
        if (!columns.keySet().equals(YIELDED)) {
            new DefinitionProblems(problems).wrongColumns(column.sql().at(), columns.keySet());
            return Optional.empty();
        }
        return type(column, Optional.ofNullable(columns.get("value")).orElseThrow());
    }

    private Optional<MetricType> type(MetricColumn column, String databaseType) {
        Optional<MetricType> type = DatabaseType.metricType(databaseType);
        if (type.isEmpty()) {
            new DefinitionProblems(problems).wrongType(place(column), databaseType);
        }
        return type;
    }

    private Location place(MetricColumn column) {
        return Optional.ofNullable(metrics.get(column.name()))
                .map(MetricConfig::at)
                .orElse(column.sql().at());
    }
}
