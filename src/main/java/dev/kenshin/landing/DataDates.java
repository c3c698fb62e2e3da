package dev.kenshin.landing;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Every date in a field of a stream's records, so that reading them once tells the newest one up to any day. */
public final class DataDates {
    private DataDates() {}

    /** Whether the records of the last extract had the field at all; one without a single date tells nothing of their age. */
    public static boolean areExpected(Connection conn, String stream, String field) throws SQLException {
        return FieldHistory.has(conn, stream, field);
    }

    /** Of the records that exist; understands what {@link DataDate} does. */
    public static NavigableSet<LocalDate> of(Connection conn, String stream, String field) throws SQLException {
        return new TreeSet<>(Query.list(
                conn,
                row -> row.getObject(1, LocalDate.class),
                "select distinct " + DataDate.DATE
                        + " as day from (select distinct json_extract_string(body, ?) as text"
                        + " from landing.record where superseded_at is null and not deleted and stream = ?)"
                        + " where day is not null",
                DataDate.pointer(field),
                stream));
    }
}
