package dev.kenshin.landing;

import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The newest date in a field of a stream's records. Understands dates with four-digit years, separated by {@code -},
 * {@code /}, {@code .} or 年月, whatever follows. Dates after the as-of date do not count: a mistyped year must not make
 * old data look fresh.
 *
 * @param present whether any record has the field at all, be it empty
 */
record DataDate(boolean present, Optional<LocalDate> newest) {
    static final String DATE =
            "try_cast(regexp_replace(regexp_extract(text, '[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}'),"
                    + " '[/.年月]', '-', 'g') as date)";

    static DataDate ofStage(Connection conn, String stream, String field, LocalDate asOf) throws SQLException {
        return of(conn, new Stage(stream).records(), field, asOf);
    }

    /** Of what is known of a stream. */
    static DataDate ofLanded(Connection conn, String stream, String field, LocalDate asOf) throws SQLException {
        String current = "landing.record where superseded_at is null and not deleted and stream = ";
        return of(conn, current + Quoted.text(stream), field, asOf);
    }

    /** As JSON, in which an empty field is there and called null; as text it would be as if there were no such field. */
    private static DataDate of(Connection conn, String records, String field, LocalDate asOf) throws SQLException {
        return Query.first(
                        conn,
                        row -> new DataDate(row.getBoolean(1), Optional.ofNullable(row.getObject(2, LocalDate.class))),
                        "select count(text) > 0, max(day) filter (where day <= ?::date) from (select text, " + DATE
                                + " as day from (select distinct json_extract(body, ?)::varchar as text"
                                + " from " + records + "))",
                        asOf,
                        pointer(field))
                .orElseThrow();
    }

    /** Where a field is in a body. */
    static String pointer(String field) {
        return "/" + field.replace("~", "~0").replace("/", "~1");
    }
}
