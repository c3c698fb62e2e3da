package dev.kenshin.landing;

import dev.kenshin.warehouse.BulkWriter;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Which fields a stream had on earlier dates. */
final class FieldHistory {
    private static final int DAYS = 60;
    private static final String SELECT =
            "select field, looked, present, numbers, dates, flags, lists, texts from landing.field";

    private FieldHistory() {}

    static List<FieldProfile> on(Connection conn, String stream, LocalDate date) throws SQLException {
        return Query.list(
                conn, FieldProfile::read, SELECT + " where stream = ? and as_of = ? order by field", stream, date);
    }

    /** On the last date before; empty where none is known. */
    static List<FieldProfile> before(Connection conn, String stream, LocalDate date) throws SQLException {
        return Query.list(
                conn,
                FieldProfile::read,
                SELECT + " where stream = $1 and as_of = (select max(as_of) from landing.field"
                        + " where stream = $1 and as_of < $2) order by field",
                stream,
                date);
    }

    /** Whether the records had a field when they were last looked at, blank or not. */
    static boolean has(Connection conn, String stream, String field) throws SQLException {
        return Query.number(
                        conn,
                        "select count(*) from landing.field where stream = $1 and field = $2 and present > 0"
                                + " and as_of = (select max(as_of) from landing.field where stream = $1)",
                        stream,
                        field)
                > 0;
    }

    static void keep(Connection conn, String stream, LocalDate date, List<FieldProfile> fields) throws SQLException {
        Query.update(
                conn,
                "delete from landing.field where stream = ? and (as_of = ? or as_of < ?)",
                stream,
                date,
                date.minusDays(DAYS));
        try (BulkWriter writer = BulkWriter.into(conn, "landing", "field")) {
            for (FieldProfile field : fields) {
                List<Long> counts = field.counts();
                writer.row(
                        stream,
                        date,
                        field.name(),
                        field.looked(),
                        field.present(),
                        counts.get(0),
                        counts.get(1),
                        counts.get(2),
                        counts.get(3),
                        counts.get(4));
            }
        }
    }
}
