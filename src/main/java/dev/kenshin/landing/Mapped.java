package dev.kenshin.landing;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * How far a mapping has followed its stream. Saved in the transaction that writes the rows, so that a restart goes on
 * exactly behind the last chunk that was kept.
 *
 * @param hash form of the mapping; where it differs from the configuration's, everything is mapped anew
 * @param through the last version that was mapped
 */
public record Mapped(String hash, long through) {

    /** Empty where the mapping never ran. */
    public static Optional<Mapped> of(Connection conn, String mapping) throws SQLException {
        return Query.first(
                conn,
                row -> new Mapped(row.getString(1), row.getLong(2)),
                "select hash, through from landing.mapped where mapping = ?",
                mapping);
    }

    /** Lets everything be mapped anew the next time. */
    public static void forget(Connection conn, String mapping) throws SQLException {
        Query.update(conn, "delete from landing.mapped where mapping = ?", mapping);
    }

    public void save(Connection conn, String mapping) throws SQLException {
        Query.update(
                conn,
                "insert or replace into landing.mapped (mapping, hash, through) values (?, ?, ?)",
                mapping,
                hash,
                through);
    }
}
