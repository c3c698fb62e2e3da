package dev.kenshin.landing;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How far a stream got.
 *
 * @param landedOn as-of date of the last extract that came to its end; empty where none did
 * @param dataDate the newest date in the freshness column that is not after {@code landedOn}
 * @param records that exist now
 * @param cursor where the next extract of an incremental stream starts
 */
public record StreamState(
        Optional<LocalDate> landedOn, Optional<LocalDate> dataDate, long records, Optional<String> cursor) {

    /** Empty where the stream never landed. */
    public static Optional<StreamState> of(Connection conn, String stream) throws SQLException {
        return Query.first(
                conn,
                row -> new StreamState(
                        Optional.ofNullable(row.getObject("landed_on", LocalDate.class)),
                        Optional.ofNullable(row.getObject("data_date", LocalDate.class)),
                        row.getLong("records"),
                        Optional.ofNullable(row.getString("cursor"))),
                "select landed_on, data_date, records, cursor from landing.stream where stream = ?",
                stream);
    }

    /** Keeps it as what is known of the stream. */
    public void save(Connection conn, String stream) throws SQLException {
        Query.update(
                conn,
                "insert or replace into landing.stream (stream, cursor, landed_on, data_date, records)"
                        + " values (?, ?, ?, ?, ?)",
                stream,
                cursor.orElse(null),
                landedOn.orElse(null),
                dataDate.orElse(null),
                records);
    }
}
