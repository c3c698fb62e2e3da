package dev.kenshin.landing;

import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.warehouse.QuarantineRow;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Takes an extract in: {@code begin}, then {@code stage} and {@code quarantine} in any number of chunks, then {@code
 * land}. Streams are named {@code source.stream}, and several may be under way at the same time on connections of their
 * own. Landing works in the caller's transaction. The stage does not: it lives in memory, and what is added to it is
 * kept at once, until it is forgotten or the process ends; an extract that had not landed by then is read again.
 *
 * <p>A full extract lands once, when all of it is staged. An incremental stream goes through all four for every
 * checkpoint, landing in the transaction that also keeps the cursor.
 */
public final class Landing {
    private Landing() {}

    /** Begins an empty stage; what an earlier extract left there is forgotten. */
    public static void begin(Connection conn, String stream) throws SQLException {
        new Stage(stream).clear(conn);
    }

    /** Adds records behind those already staged. */
    public static void stage(Connection conn, String stream, List<SourceRecord> records) throws SQLException {
        new Stage(stream).add(conn, records);
    }

    /** Keeps rows that could not be read as records; they reach the quarantine when the extract lands. */
    public static void quarantine(Connection conn, String stream, List<BrokenRecord> records) throws SQLException {
        new Stage(stream).addBroken(conn, records.stream().map(Landing::row).toList());
    }

    /** Gives up the stage, once it has landed or shall not land. */
    public static void forget(Connection conn, String stream) throws SQLException {
        new Stage(stream).drop(conn);
    }

    /**
     * Makes versions of what is staged: of new and changed records, and, if the extract is full, of those that are gone.
     * Does nothing the second time, so that a step may run again after a crash.
     */
    public static LandingResult land(Connection conn, String stream, LandingTime time, Extract extract)
            throws SQLException {
        return new Merge(conn, stream, time, extract).run();
    }

    /** Whether a full extract of this would hold just what the last one did, so that it need not be read. */
    public static boolean isUnchanged(Connection conn, String stream, String fingerprint) throws SQLException {
        return new Unchanged(conn, stream).since(fingerprint);
    }

    /** Lands such an extract. */
    public static LandingResult landUnchanged(Connection conn, String stream, LandingTime time, Extract extract)
            throws SQLException {
        return new Unchanged(conn, stream).land(time, extract);
    }

    /** Takes note that a night goes on with what landed before, since it could not read the stream. */
    public static void goOn(Connection conn, String stream, LocalDate asOf, Optional<String> freshnessColumn)
            throws SQLException {
        StreamState.goOn(conn, stream, asOf, freshnessColumn);
    }

    /** Lets the next extract of an incremental stream start from there again; empty: from its beginning. */
    public static void rewind(Connection conn, String stream, Optional<String> cursor) throws SQLException {
        Query.update(conn, "update landing.stream set cursor = ? where stream = ?", cursor.orElse(null), stream);
    }

    private static QuarantineRow row(BrokenRecord broken) {
        String place = broken.place().row();
        return new QuarantineRow(place, place, "", broken.value(), broken.code(), broken.reason(), broken.fix());
    }
}
