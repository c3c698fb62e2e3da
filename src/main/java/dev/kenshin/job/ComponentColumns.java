package dev.kenshin.job;

import dev.kenshin.metric.MetricPlan;
import dev.kenshin.metric.MetricType;
import dev.kenshin.score.Component;
import dev.kenshin.score.Measurement;
import dev.kenshin.score.Scorecard;
import dev.kenshin.score.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Where the reading has what one component needs, looked up once for all accounts.
 *
 * @param column of the metric
 * @param per column of the metric that it is divided by; 0: none
 * @param percentile column of the rank; 0: none
 * @param age of the oldest data that the value comes from
 */
record ComponentColumns(String name, int column, int per, int percentile, boolean text, OptionalInt age) {

    Measurement read(ResultSet row, Optional<Measurement.LastKnown> lastKnown) throws SQLException {
        return new Measurement(value(row), age, rank(row), lastKnown);
    }

    private Value value(ResultSet row) throws SQLException {
        if (text) {
            String words = row.getString(column);
            return words == null ? Value.UNKNOWN : Value.of(words);
        }
        double number = number(row, column);
        return per == 0 ? Value.of(number) : Value.of(number, number(row, per));
    }

    private OptionalDouble rank(ResultSet row) throws SQLException {
        double rank = percentile == 0 ? Double.NaN : number(row, percentile);
        return Double.isNaN(rank) ? OptionalDouble.empty() : OptionalDouble.of(rank);
    }

    private static double number(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? Double.NaN : number;
    }

    /**
     * Finds them.
     *
     * @param columns the columns of the reading by name
     */
    record Finder(Map<String, Integer> columns, MetricPlan metrics, DataAges ages) {

        /** In the order of the card's components. */
        List<ComponentColumns> of(Scorecard card) {
            return card.components().stream()
                    .map(component -> of(card, component))
                    .toList();
        }

        private ComponentColumns of(Scorecard card, Component component) {
            return new ComponentColumns(
                    component.name(),
                    column(component.metric()),
                    component.per().map(this::column).orElse(0),
                    columns.getOrDefault(MetricPlan.percentile(card.name(), component.name()), 0),
                    metrics.metric(component.metric())
                            .map(metric -> metric.type() == MetricType.TEXT)
                            .orElse(false),
                    age(component));
        }

        private OptionalInt age(Component component) {
            return Stream.concat(Stream.of(component.metric()), component.per().stream())
                    .map(ages::ofMetric)
                    .flatMapToInt(OptionalInt::stream)
                    .max();
        }

        private int column(String metric) {
            Integer column = columns.get(metric);
            if (column == null) {
                throw new IllegalStateException("metric.reading has no column " + metric);
            }
            return column;
        }
    }
}
