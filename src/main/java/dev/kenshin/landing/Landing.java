package dev.kenshin.landing;

import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.warehouse.BulkWriter;
import dev.kenshin.warehouse.Quarantine;
import dev.kenshin.warehouse.QuarantineRow;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes an extract in: {@code begin}, then {@code stage} and {@code quarantine} in any number of chunks, then {@code
 * land}. Streams are named {@code source.stream}. Every method works in the caller's transaction, and several streams
 * may be staged at the same time on connections of their own.
 *
 * <p>A full extract lands once, when all of it is staged. An incremental stream goes through all four for every
 * checkpoint, in one transaction that also keeps the cursor.
 */
public final class Landing {
    private Landing() {}

    /** Forgets what an earlier extract left in the stage. */
    public static void begin(Connection conn, String stream) throws SQLException {
        Query.update(conn, "delete from landing.stage where stream = ?", stream);
        Query.update(conn, "delete from landing.broken where origin = ?", stream);
    }

    /** Adds records behind those already staged. */
    public static void stage(Connection conn, String stream, List<SourceRecord> records) throws SQLException {
        long position = Query.number(conn, "select max(position) from landing.stage where stream = ?", stream);
        PlaceColumns columns = new PlaceColumns();
        try (BulkWriter writer = BulkWriter.into(conn, "landing", "stage")) {
            for (SourceRecord record : records) {
                Body body = Body.of(record.fields());
                Place place = record.place();
                position++;
                writer.row(stream, position, record.key(), body.json(), body.hash(), place.row(), columns.json(place));
            }
        }
    }

    /** Keeps rows that could not be read as records; they reach the quarantine when the extract lands. */
    public static void quarantine(Connection conn, String stream, List<BrokenRecord> records) throws SQLException {
        List<QuarantineRow> rows = records.stream().map(Landing::row).toList();
        Quarantine.stage(conn, stream, rows);
    }

    /**
     * Makes versions of what is staged: of new and changed records, and, if the extract is full, of those that are gone.
     * Does nothing the second time, so that a step may run again after a crash.
     */
    public static LandingResult land(Connection conn, String stream, LandingTime time, Extract extract)
            throws SQLException {
        return new Merge(conn, stream, time, extract).run();
    }

    private static QuarantineRow row(BrokenRecord broken) {
        String place = broken.place().row();
        return new QuarantineRow(place, place, "", broken.value(), broken.code(), broken.reason(), broken.fix());
    }

    /** The rows of a worksheet share their columns, so that most often the last JSON can be given again. */
    private static final class PlaceColumns {
        private Map<String, String> last = Map.of();
        private @Nullable String json;

        @Nullable
        String json(Place place) {
            if (!place.columns().equals(last)) {
                last = place.columns();
                json = last.isEmpty() ? null : Body.texts(last);
            }
            return json;
        }
    }
}
