package dev.kenshin.job;

import dev.kenshin.landing.StreamState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** Up to which day the data of a stream reach. */
interface StreamDates {

    /** Empty where the stream never landed. */
    Optional<LocalDate> of(Connection connection, String stream) throws SQLException;

    /** As the last extract found it: the newest date in the freshness column, or else the day for which it landed. */
    static StreamDates asLanded() {
        return (connection, stream) ->
                StreamState.of(connection, stream).map(state -> state.dataDate().orElse(state.landedOn()));
    }
}
