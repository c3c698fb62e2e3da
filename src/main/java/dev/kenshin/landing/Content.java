package dev.kenshin.landing;

import dev.kenshin.warehouse.Quarantine;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What the last full extract of a stream was made of. Where tonight's would be made of the same, it need not be read.
 *
 * @param fingerprint equal ones mean equal records at equal places
 * @param extracted rows read, readable or not
 */
record Content(String fingerprint, long extracted) {

    static Optional<Content> of(Connection conn, String stream) throws SQLException {
        return Query.first(
                conn,
                row -> new Content(row.getString(1), row.getLong(2)),
                "select fingerprint, extracted from landing.content where stream = ?",
                stream);
    }

    /**
     * Keeps what was landed. Nothing is kept where records were left out because their keys came twice: what is known
     * of the stream is then less than what was read.
     */
    static void keep(Connection conn, String stream, Optional<String> fingerprint, LandingResult result)
            throws SQLException {
        Query.update(conn, "delete from landing.content where stream = ?", stream);
        if (fingerprint.isPresent() && result.extracted() > 0 && result.duplicates() == 0) {
            Query.update(
                    conn,
                    "insert into landing.content (stream, fingerprint, extracted) values (?, ?, ?)",
                    stream,
                    fingerprint.get(),
                    result.extracted());
        }
    }

    /** Whether all that was read then is still there; rows that were set aside may have been forgotten meanwhile. */
    boolean isWhole(Connection conn, String stream, long records) throws SQLException {
        return records + broken(conn, stream) == extracted;
    }

    static long broken(Connection conn, String stream) throws SQLException {
        return Query.number(
                conn,
                "select count(*) from landing.quarantine where origin = ? and mapping = ?",
                stream,
                Quarantine.UNMAPPED);
    }
}
