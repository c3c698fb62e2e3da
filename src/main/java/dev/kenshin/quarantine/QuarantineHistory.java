package dev.kenshin.quarantine;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * Keeps since when each entry is in quarantine, and when it left. An entry is the same from night to night if origin,
 * mapping, record, field and code are; its value and its place may change. Only what came or went is written. Works in
 * the caller's transaction.
 */
public final class QuarantineHistory {
    /** Two tables, {@code now} and {@code stay}, speak of the same entry. */
    static final String SAME = "stay.origin = now.origin and stay.mapping = now.mapping and stay.subject = now.subject"
            + " and stay.field = now.field and stay.code = now.code";

    private static final String IN_QUARANTINE = "exists (select 1 from ops.quarantine_entry now where " + SAME + ")";

    private QuarantineHistory() {}

    /**
     * Compares the quarantine with what is known of it. Done again for the same date it comes to the same. A night that is
     * computed late, after one of a later date, says nothing of when anything came or went, so that nothing is recorded.
     *
     * @param ofOtherJobs mappings that have no part in this night: what they set aside is neither there nor resolved
     * @return empty if nothing was recorded
     */
    public static Optional<NightCount> record(Connection conn, LocalDate asOf, Collection<String> ofOtherJobs)
            throws SQLException {
        if (Query.number(conn, "select count(*) from ops.quarantine_night where as_of > ?", asOf) > 0) {
            return Optional.empty();
        }
        reopen(conn, asOf);
        open(conn, asOf);
        close(conn, asOf, ofOtherJobs);
        return Optional.of(count(conn, asOf));
    }

    /** The date of the last night that was recorded. */
    public static Optional<LocalDate> lastNight(Connection conn) throws SQLException {
        return Query.first(
                conn,
                row -> row.getObject(1, LocalDate.class),
                "select max(as_of) from ops.quarantine_night having max(as_of) is not null");
    }

    /** Whether a night of an earlier date was recorded. */
    public static boolean knowsEarlier(Connection conn, LocalDate asOf) throws SQLException {
        return Query.number(conn, "select count(*) from ops.quarantine_night where as_of < ?", asOf) > 0;
    }

    /** What an earlier run of the night took for resolved, and is there again. */
    private static void reopen(Connection conn, LocalDate asOf) throws SQLException {
        Query.update(
                conn,
                "update ops.quarantine_stay as stay set resolved_on = null, last_seen = null where resolved_on = ? and "
                        + IN_QUARANTINE,
                asOf);
    }

    private static void open(Connection conn, LocalDate asOf) throws SQLException {
        Query.update(
                conn,
                "insert into ops.quarantine_stay select origin, mapping, subject, field, code, ?, null, null, key,"
                        + " place, value, reason_ja, reason_en from ops.quarantine_entry now where not exists (select 1"
                        + " from ops.quarantine_stay stay where resolved_on is null and "
                        + SAME + ")"
                        + " qualify row_number() over (partition by origin, mapping, subject, field, code"
                        + " order by place, value, reason_en) = 1 order by all",
                asOf);
    }

    private static void close(Connection conn, LocalDate asOf, Collection<String> ofOtherJobs) throws SQLException {
        Query.update(
                conn,
                "update ops.quarantine_stay as stay set resolved_on = ?, last_seen = greatest(first_seen,"
                        + " (select max(as_of) from ops.quarantine_night where as_of < ?))"
                        + " where resolved_on is null and mapping not in (select unnest(?::varchar[])) and not "
                        + IN_QUARANTINE,
                asOf,
                asOf,
                conn.createArrayOf("varchar", ofOtherJobs.toArray()));
    }

    private static NightCount count(Connection conn, LocalDate asOf) throws SQLException {
        Query.update(conn, "delete from ops.quarantine_night where as_of = ?", asOf);
        Query.update(
                conn,
                "insert into ops.quarantine_night select ?, count(*) filter (first_seen = ?),"
                        + " count(*) filter (resolved_on = ?), count(*) filter (resolved_on is null)"
                        + " from ops.quarantine_stay",
                asOf,
                asOf,
                asOf);
        return Query.first(conn, NightCount::read, "select * from ops.quarantine_night where as_of = ?", asOf)
                .orElseThrow();
    }
}
