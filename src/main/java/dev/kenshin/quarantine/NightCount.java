package dev.kenshin.quarantine;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a night did to the quarantine, in entries.
 *
 * @param added that were not there the night before
 * @param resolved that were there the night before, or came and went within the night
 * @param remaining that are left; those before, and {@code added}, less {@code resolved}
 */
public record NightCount(LocalDate asOf, long added, long resolved, long remaining) {
    /** What a run's report calls the figures. */
    public static final String BEFORE = "quarantine before";

    public static final String ADDED = "new in quarantine";
    public static final String RESOLVED = "left quarantine";

    static NightCount read(ResultSet row) throws SQLException {
        return new NightCount(
                row.getObject("as_of", LocalDate.class),
                row.getLong("added"),
                row.getLong("resolved"),
                row.getLong("remaining"));
    }

    /** The last nights, the oldest first. */
    static List<NightCount> last(Connection conn, int nights) throws SQLException {
        List<NightCount> last = new ArrayList<>(Query.list(
                conn, NightCount::read, "select * from ops.quarantine_night order by as_of desc limit ?", nights));
        Collections.reverse(last);
        return List.copyOf(last);
    }

    /** How many were there before the night. */
    public long before() {
        return remaining - added + resolved;
    }
}
