package dev.kenshin.landing;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * What an extract held, kept in the transaction that lands it, so that it can be reconciled with what landed.
 *
 * @param complete whether it held every record of the stream
 * @param extracted rows that the source gave, readable or not
 * @param accounted of them, those that are no records now: duplicates of a complete extract; of an incremental one all that
 *     its transactions kept or set aside
 */
public record Held(boolean complete, long extracted, long accounted) {

    /** Keeps it as that of the stream's last extract. */
    public void save(Connection conn, String stream, LocalDate asOf) throws SQLException {
        Query.update(
                conn,
                "insert or replace into landing.extract (stream, as_of, complete, extracted, accounted)"
                        + " values (?, ?, ?, ?, ?)",
                stream,
                asOf,
                complete,
                extracted,
                accounted);
    }

    /** Nothing was extracted. */
    public static void forget(Connection conn, String stream) throws SQLException {
        Query.update(conn, "delete from landing.extract where stream = ?", stream);
    }
}
