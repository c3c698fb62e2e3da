package dev.kenshin.landing;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far a stream got.
 *
 * @param landedOn as-of date of the last extract that came to its end; empty where none did. It moves back where an older
 *     night is computed
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

    /** The newest as-of date of an extract that came to its end, whatever older nights landed since; empty where none did. */
    public static Optional<LocalDate> newestOn(Connection conn, String stream) throws SQLException {
        return Query.first(
                        conn,
                        row -> Optional.ofNullable(row.getObject(1, LocalDate.class)),
                        "select greatest(landed_on, newest_on) from landing.stream where stream = ?",
                        stream)
                .flatMap(newest -> newest);
    }

    /** Keeps it as what is known of the stream. */
    public void save(Connection conn, String stream) throws SQLException {
        Optional<LocalDate> newest = Stream.concat(newestOn(conn, stream).stream(), landedOn.stream())
                .max(Comparator.naturalOrder());
        Query.update(
                conn,
                "insert or replace into landing.stream (stream, cursor, landed_on, newest_on, data_date, records)"
                        + " values (?, ?, ?, ?, ?, ?)",
                stream,
                cursor.orElse(null),
                landedOn.orElse(null),
                newest.orElse(null),
                dataDate.orElse(null),
                records);
    }

    /**
     * Lets a night that could not read the stream find it as the newest extract left it: an older night may have been computed
     * since, for which later dates did not exist.
     */
    static void goOn(Connection conn, String stream, LocalDate asOf, Optional<String> freshnessColumn)
            throws SQLException {
        Optional<StreamState> state = of(conn, stream);
        Optional<LocalDate> newest = newestOn(conn, stream).filter(date -> !date.isAfter(asOf));
        if (state.isPresent() && newest.isPresent() && !state.get().landedOn().equals(newest)) {
            Optional<LocalDate> data = freshnessColumn.isPresent()
                    ? DataDate.ofLanded(conn, stream, freshnessColumn.get(), newest.get())
                            .newest()
                    : Optional.empty();
            new StreamState(newest, data, state.get().records(), state.get().cursor()).save(conn, stream);
        }
    }
}
