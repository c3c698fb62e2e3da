package dev.kenshin.job;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.job.StreamDates.Reach;
import dev.kenshin.landing.DataDates;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/** How far streams reach by the dates in their freshness columns. The dates of each are read once. */
final class FreshnessColumns {
    private final Map<String, String> columns = new HashMap<>();
    private final Map<String, NavigableSet<LocalDate>> known = new HashMap<>();

    FreshnessColumns(NightPlan plan) {
        for (SourceConfig source : plan.sources()) {
            for (StreamConfig stream : source.streams().values()) {
                source.expect().freshnessColumn().ifPresent(column -> columns.put(stream.qualifiedName(), column));
            }
        }
    }

    /** To be called when other records are looked at. */
    void forget() {
        known.clear();
    }

    /** Whether the records of a stream have their freshness column: a source's streams need not all have it. */
    boolean areIn(Connection connection, String stream) throws SQLException {
        String column = columns.get(stream);
        return column != null && DataDates.areExpected(connection, stream, column);
    }

    /**
     * Up to the newest date that is not after {@code asOf}. Without any date there it is unknown, and without such a column
     * the day on which the stream was read. Empty if all dates are later: of that day there are no data.
     */
    Optional<Reach> reach(Connection connection, String stream, LocalDate read, LocalDate asOf) throws SQLException {
        String column = columns.get(stream);
        if (column == null) {
            return Optional.of(new Reach(read, Optional.of(read)));
        }
        NavigableSet<LocalDate> dates = known.computeIfAbsent(stream, name -> dates(connection, name, column));
        if (dates.isEmpty()) {
            return Optional.of(new Reach(read, areIn(connection, stream) ? Optional.empty() : Optional.of(read)));
        }
        return Optional.ofNullable(dates.floor(asOf)).map(newest -> new Reach(read, Optional.of(newest)));
    }

    private static NavigableSet<LocalDate> dates(Connection connection, String stream, String column) {
        try {
            return DataDates.of(connection, stream, column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
