package dev.kenshin.metric;

import dev.kenshin.model.ModelTable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Select;

/**
 * The SELECTs that measure: everything, or a part of it.
 *
 * @param layers the columns in the order of computation; the first layer is read from tables
 */
record ReadingQueries(
        List<List<MetricColumn>> layers,
        Map<String, MetricType> types,
        Conditions conditions,
        Percentiles percentiles,
        Map<String, ModelTable> tables) {

    /**
     * Metrics, segments, conditions and percentiles.
     *
     * @param columns that the reading has, in order
     * @param given the tables that are measured where values are given; empty: there are no such values
     */
    Select<?> everything(List<String> columns, Optional<Set<String>> given) {
        return new ReadingQuery(tables, types, given).over(layers, conditions.segments(), further(), columns);
    }

    private List<List<Field<?>>> further() {
        return Stream.concat(Stream.of(conditions.conditions()), percentiles.layers().stream())
                .filter(layer -> !layer.isEmpty())
                .toList();
    }

    /** Some metrics, and what they need on the way. */
    Select<?> only(Collection<String> metrics, Optional<Set<String>> given) {
        Set<String> needed = new HashSet<>(metrics);
        for (int depth = layers.size() - 1; depth >= 0; depth--) {
            layers.get(depth).stream()
                    .filter(column -> needed.contains(column.name()))
                    .forEach(column -> needed.addAll(column.needs()));
        }
        List<List<MetricColumn>> some = layers.stream()
                .map(layer -> layer.stream()
                        .filter(column -> needed.contains(column.name()))
                        .toList())
                .toList();
        return new ReadingQuery(tables, types, given).over(some, List.of(), List.of(), List.copyOf(metrics));
    }
}
