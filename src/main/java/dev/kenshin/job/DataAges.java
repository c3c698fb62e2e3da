package dev.kenshin.job;

import dev.kenshin.metric.Metric;
import dev.kenshin.score.Measurement;
import dev.kenshin.warehouse.BulkWriter;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * How old the data behind each metric are: as-of date minus the data date of the oldest stream that feeds one of its
 * tables. The data date of a stream is the newest date in its freshness column, or else that of its last complete extract.
 * Where no source of a table has any data, there is nothing that could be measured: {@link Measurement#NO_DATA}.
 */
final class DataAges {
    private final Optional<List<SourceAge>> sources;
    private final Map<String, OptionalInt> byMetric = new HashMap<>();

    private DataAges(Optional<List<SourceAge>> sources) {
        this.sources = sources;
    }

    static DataAges of(Connection connection, Night night, StreamDates dates) throws SQLException {
        List<SourceAge> sources = SourceAge.all(connection, night, dates);
        DataAges ages = new DataAges(Optional.of(sources));
        for (Metric metric : night.plan().metrics().metrics()) {
            OptionalInt age = lack(sources, metric.tables())
                    ? OptionalInt.of(Measurement.NO_DATA)
                    : oldest(sources, metric.tables());
            ages.byMetric.put(metric.name(), age);
        }
        return ages;
    }

    /** Of what somebody gives instead of sources: what is not given is empty, and not unknown. */
    static DataAges ofGiven(Connection connection, Night night) throws SQLException {
        List<SourceAge> sources = SourceAge.all(connection, night, StreamDates.asLanded(night));
        Map<String, OptionalInt> byMetric = new HashMap<>();
        for (Metric metric : night.plan().metrics().metrics()) {
            byMetric.put(metric.name(), oldest(sources, metric.tables()));
        }
        return given(byMetric, Optional.of(sources));
    }

    /**
     * As they were given.
     *
     * @param byMetric those of other metrics are not known
     * @param sources empty where nobody kept how old each was
     */
    static DataAges given(Map<String, OptionalInt> byMetric, Optional<List<SourceAge>> sources) {
        DataAges ages = new DataAges(sources);
        ages.byMetric.putAll(byMetric);
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
        Query.update(connection, "delete from score.source_age where as_of = ?", asOf);
        try (BulkWriter writer = BulkWriter.into(connection, "score", "source_age")) {
            for (SourceAge each : sources.orElse(List.of())) {
                Integer days = each.days().isPresent() ? each.days().getAsInt() : null;
                writer.row(asOf, each.source(), each.stream(), each.status().word(), days);
            }
        }
    }

    /** Whole days, never negative, or {@link Measurement#NO_DATA}; empty where no dated source feeds the metric. */
    OptionalInt ofMetric(String metric) {
        return byMetric.getOrDefault(metric, OptionalInt.empty());
    }

    /** Those that fill one of these model tables; empty where nobody knows how old they were. */
    Optional<List<SourceAge>> feeding(Set<String> tables) {
        return sources.map(
                all -> all.stream().filter(source -> source.feeds(tables)).toList());
    }

    /** Whether one of the tables has sources, and none of them any data. Another product may be too young to have some. */
    private static boolean lack(List<SourceAge> sources, Set<String> tables) {
        return tables.stream()
                .map(table -> sources.stream()
                        .filter(source -> source.tables().contains(table))
                        .toList())
                .anyMatch(feeding -> !feeding.isEmpty()
                        && feeding.stream().allMatch(source -> source.status() == SourceStatus.UNAVAILABLE));
    }

    private static OptionalInt oldest(List<SourceAge> sources, Set<String> tables) {
        return sources.stream()
                .filter(source -> source.feeds(tables))
                .flatMapToInt(source -> source.days().stream())
                .max();
    }
}
