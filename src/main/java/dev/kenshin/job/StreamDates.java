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
     * @param through the newest date in the freshness column, or else {@code readOn}
     */
    record Reach(LocalDate readOn, LocalDate through) {}

    /** Empty where the stream never landed. */
    Optional<Reach> of(Connection connection, String stream) throws SQLException;

    /** As the last extract found it. */
    static StreamDates asLanded() {
        return (connection, stream) -> StreamState.of(connection, stream).flatMap(state -> state.landedOn()
                .map(read -> new Reach(read, state.dataDate().orElse(read))));
    }
}
