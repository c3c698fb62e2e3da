package dev.kenshin.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Writes rows that were set aside. They belong to an origin ({@code source.stream}, or a usage source) and the mapping
 * that rejected them; {@link #UNMAPPED} where no mapping came to see them.
 */
public final class Quarantine {
    /** The mapping of rows that were broken before any mapping saw them. */
    public static final String UNMAPPED = "";

    private Quarantine() {}

    /** Replaces what is set aside for these keys. */
    public static void replace(
            Connection conn, String origin, String mapping, Collection<String> keys, List<QuarantineRow> rows)
            throws SQLException {
        if (!keys.isEmpty()) {
            Query.update(
                    conn,
                    "delete from landing.quarantine where origin = ? and mapping = ?"
                            + " and key in (select unnest(?::varchar[]))",
                    origin,
                    mapping,
                    conn.createArrayOf("varchar", keys.toArray()));
        }
        append(conn, origin, mapping, rows);
    }

    /** Sets rows aside of keys for which the mapping has none yet. */
    public static void add(Connection conn, String origin, String mapping, List<QuarantineRow> rows)
            throws SQLException {
        append(conn, origin, mapping, rows);
    }

    /** Removes all that a mapping set aside, of whichever origin. */
    public static void clear(Connection conn, String mapping) throws SQLException {
        Query.update(conn, "delete from landing.quarantine where mapping = ?", mapping);
    }

    /** Replaces everything that a mapping set aside of an origin. */
    public static void replaceAll(Connection conn, String origin, String mapping, List<QuarantineRow> rows)
            throws SQLException {
        Query.update(conn, "delete from landing.quarantine where origin = ? and mapping = ?", origin, mapping);
        append(conn, origin, mapping, rows);
    }

    /** Writes rows of an origin that no mapping has seen, into a table with the quarantine's columns. */
    public static void append(BulkWriter table, String origin, List<QuarantineRow> rows) throws SQLException {
        append(table, origin, UNMAPPED, rows);
    }

    private static void append(Connection conn, String origin, String mapping, List<QuarantineRow> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (BulkWriter writer = BulkWriter.into(conn, "landing", "quarantine")) {
            append(writer, origin, mapping, rows);
        }
    }

    private static void append(BulkWriter writer, String origin, String mapping, List<QuarantineRow> rows)
            throws SQLException {
        for (QuarantineRow row : rows) {
            writer.row(row.values(origin, mapping));
        }
    }
}
