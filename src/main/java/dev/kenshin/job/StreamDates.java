package dev.kenshin.job;

import dev.kenshin.landing.StreamState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** Up to which day the data of a stream reach. */
interface StreamDates {

    /**
     * How far a stream got.
     *
     * @param readOn as-of date of the last extract that came to its end
     * @param through the newest date in the freshness column, or {@code readOn} where there is no such column; empty where
     *     the column holds no date, so that nobody knows
     */
    record Reach(LocalDate readOn, Optional<LocalDate> through) {}

    /** Empty where the stream never landed, or all that landed is dated later. */
    Optional<Reach> of(Connection connection, String stream) throws SQLException;

    /** As the last extract found it. */
    static StreamDates asLanded(Night night) {
        FreshnessColumns columns = new FreshnessColumns(night.plan());
        return (connection, stream) -> {
            Optional<StreamState> state = StreamState.of(connection, stream);
            Optional<LocalDate> read = state.flatMap(StreamState::landedOn);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            Optional<LocalDate> newest = state.flatMap(StreamState::dataDate);
            return newest.isEmpty() && columns.areIn(connection, stream)
                    ? columns.reach(connection, stream, read.get(), night.asOf())
                    : Optional.of(new Reach(read.get(), newest.or(() -> read)));
        };
    }
}
