package dev.kenshin.job;

import dev.kenshin.config.UsageConfig;
import dev.kenshin.metric.Metric;
import dev.kenshin.model.Model;
import dev.kenshin.usage.UsageState;
import dev.kenshin.warehouse.BulkWriter;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * How old the data behind each metric is: as-of date minus the data date of the oldest stream that feeds one of its
 * tables. The data date of a stream is the newest date in its freshness column, or else that of its last complete extract.
 */
final class DataAges {
    private final Map<String, Integer> byTable = new HashMap<>();
    private final Map<String, OptionalInt> byMetric = new HashMap<>();

    private DataAges() {}

    static DataAges of(Connection connection, Night night, StreamDates dates) throws SQLException {
        DataAges ages = new DataAges();
        for (CompiledMapping mapping : night.plan().mappings()) {
            ages.add(mapping.mapper().table().name(), dates.of(connection, mapping.stream()), night.asOf());
        }
        for (UsageConfig usage : night.plan().usage()) {
            ages.add(
                    Model.USAGE_DAILY.name(), UsageState.lastDay(connection, usage.name(), night.asOf()), night.asOf());
        }
        for (Metric metric : night.plan().metrics().metrics()) {
            ages.byMetric.put(metric.name(), ages.oldest(metric));
        }
        return ages;
    }

    /** Keeps them with the date, in place of those that were there. */
    void keep(Connection connection, LocalDate asOf) throws SQLException {
        Query.update(connection, "delete from score.data_age where as_of = ?", asOf);
        try (BulkWriter writer = BulkWriter.into(connection, "score", "data_age")) {
            for (Map.Entry<String, OptionalInt> age : new TreeMap<>(byMetric).entrySet()) {
                writer.row(
                        asOf,
                        age.getKey(),
                        age.getValue().isPresent() ? age.getValue().getAsInt() : null);
            }
        }
    }

    /** As they were given, by metric; those of others are not known. */
    static DataAges given(Map<String, OptionalInt> byMetric) {
        DataAges ages = new DataAges();
        ages.byMetric.putAll(byMetric);
        return ages;
    }

    /** Whole days, never negative; empty where no dated source feeds the metric. */
    OptionalInt ofMetric(String metric) {
        return byMetric.getOrDefault(metric, OptionalInt.empty());
    }

    private void add(String table, Optional<LocalDate> date, LocalDate asOf) {
        date.ifPresent(
                known -> byTable.merge(table, Math.max(0, (int) ChronoUnit.DAYS.between(known, asOf)), Math::max));
    }

    private OptionalInt oldest(Metric metric) {
        return metric.tables().stream()
                .filter(byTable::containsKey)
                .mapToInt(byTable::get)
                .max();
    }
}
