package dev.kenshin.usage;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** What is known of a usage source. */
public final class UsageState {
    private UsageState() {}

    /** The last day with events up to {@code asOf}; empty where there is none. */
    public static Optional<LocalDate> lastDay(Connection conn, String source, LocalDate asOf) throws SQLException {
        return Query.list(
                        conn,
                        row -> Optional.ofNullable(row.getObject(1, LocalDate.class)),
                        "select max(day) from usage.part_day join usage.part using (part_id)"
                                + " where source = ? and day <= ?",
                        source,
                        asOf)
                .get(0);
    }

    /** The newest as-of date of a night that aggregated the source; empty where none did. */
    public static Optional<LocalDate> aggregatedOn(Connection conn, String source) throws SQLException {
        return Query.first(
                conn,
                row -> row.getObject(1, LocalDate.class),
                "select aggregated_on from usage.source where source = ?",
                source);
    }

    /** Remembers that a night aggregated the source. */
    public static void aggregated(Connection conn, String source, LocalDate asOf) throws SQLException {
        Query.update(
                conn,
                "insert or replace into usage.source (source, aggregated_on) select cast(? as varchar),"
                        + " greatest(cast(? as date), (select aggregated_on from usage.source where source = ?))",
                source,
                asOf,
                source);
    }

    /** How many events of that day are aggregated. */
    public static long eventsOn(Connection conn, String source, LocalDate day) throws SQLException {
        return Query.number(
                conn,
                "select sum(events)::bigint from usage.part_day join usage.part using (part_id)"
                        + " where source = ? and day = ?",
                source,
                day);
    }

    /** How many events were aggregated, as was noted by day when they were. */
    public static long notedEvents(Connection conn, String source) throws SQLException {
        return Query.number(
                conn,
                "select sum(events)::bigint from usage.part_day join usage.part using (part_id) where source = ?",
                source);
    }

    /** How many events the rows stand for that are there. */
    public static long keptEvents(Connection conn, String source) throws SQLException {
        return Query.number(conn, "select sum(events)::bigint from usage.daily where source = ?", source);
    }

    /** How many events could not be used, of those that were read last. */
    public static long rejected(Connection conn, String source) throws SQLException {
        return Query.number(conn, "select sum(rejected)::bigint from usage.part where source = ?", source);
    }

    /** Lets everything be aggregated anew the next time. */
    public static void readAgain(Connection conn, String source) throws SQLException {
        Query.update(conn, "update usage.part set definition = '' where source = ?", source);
    }

    /** How many events up to {@code asOf} are aggregated. */
    public static long events(Connection conn, String source, LocalDate asOf) throws SQLException {
        return Query.number(
                conn,
                "select sum(events)::bigint from usage.part_day join usage.part using (part_id)"
                        + " where source = ? and day <= ?",
                source,
                asOf);
    }
}
