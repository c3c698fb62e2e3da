package dev.kenshin.job;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.landing.DataDates;
import dev.kenshin.landing.StreamState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * Up to which day the data of a stream reached on a day that has passed: the newest date in its freshness column up to
 * then. What has no such column is taken to have been read that day, as it would be if that night were run again.
 */
final class PastDates {
    private final Map<String, String> columns = new HashMap<>();
    private final Map<String, NavigableSet<LocalDate>> known = new HashMap<>();

    PastDates(NightPlan plan) {
        for (SourceConfig source : plan.sources()) {
            for (StreamConfig stream : source.streams().values()) {
                source.expect().freshnessColumn().ifPresent(column -> columns.put(stream.qualifiedName(), column));
            }
        }
    }

    /** @param limit the last day of which anything can have been known */
    StreamDates on(LocalDate asOf, LocalDate limit) {
        return (connection, stream) -> {
            Optional<LocalDate> landed = StreamState.newestOn(connection, stream)
                    .map(date -> date.isAfter(limit) ? limit : date);
            return landed.map(read ->
                    new StreamDates.Reach(read, newest(connection, stream, asOf).orElse(read)));
        };
    }

    /** To be called when other records are looked at. */
    void forget() {
        known.clear();
    }

    private Optional<LocalDate> newest(Connection connection, String stream, LocalDate asOf) {
        String column = columns.get(stream);
        return column == null
                ? Optional.empty()
                : Optional.ofNullable(known.computeIfAbsent(stream, name -> dates(connection, name, column))
                        .floor(asOf));
    }

    private static NavigableSet<LocalDate> dates(Connection connection, String stream, String column) {
        try {
            return DataDates.of(connection, stream, column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
