package dev.kenshin.landing;

import dev.kenshin.source.Place;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.warehouse.BulkWriter;
import dev.kenshin.warehouse.Quarantine;
import dev.kenshin.warehouse.QuarantineRow;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import dev.kenshin.warehouse.Warehouse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the extract at hand of one stream waits until it lands: two tables in memory. A transaction can write to one
 * database only, so that whatever is done here is kept at once, on a connection of its own.
 */
final class Stage {
    private static final String DATABASE = "stage";
    private static final String RECORD = "record";
    private static final String BROKEN = "broken";

    /** The first half of the SHA-256: the engine is many times faster at it than Java's first compiler. */
    private static final String HASH = "left(sha256(body), 32)::uuid";

    private final String stream;
    private final String table;

    Stage(String stream) {
        this.stream = stream;
        // The engine takes names that differ in case for the same one; streams it must not.
        this.table =
                UUID.nameUUIDFromBytes(stream.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The table of records, as SQL names it: position from 1, key (empty: content stands for it), body, place, columns, hash. */
    String records() {
        return table(RECORD);
    }

    /** The table of rows that could not be read as records, as SQL names it; it has the quarantine's columns. */
    String broken() {
        return table(BROKEN);
    }

    /** Empty tables, whatever was in them. */
    void clear(Connection conn) throws SQLException {
        try (Connection own = own(conn)) {
            Query.update(
                    own,
                    "create or replace table " + records() + " (position bigint, key varchar, body varchar,"
                            + " place varchar, columns varchar, hash uuid generated always as (" + HASH + ") virtual)");
            Query.update(own, "create or replace table " + broken() + " as from landing.quarantine limit 0");
        }
    }

    /** Gives the memory back. */
    void drop(Connection conn) throws SQLException {
        try (Connection own = own(conn)) {
            Query.update(own, "drop table if exists " + records());
            Query.update(own, "drop table if exists " + broken());
        }
    }

    void add(Connection conn, List<SourceRecord> records) throws SQLException {
        BodyEncoder encoder = new BodyEncoder();
        PlaceColumns columns = new PlaceColumns();
        try (Connection own = own(conn)) {
            long position = Query.number(own, "select count(*) from " + records());
            try (BulkWriter writer = BulkWriter.into(own, DATABASE, RECORD, table)) {
                for (SourceRecord record : records) {
                    byte[] body = encoder.encode(record.fields());
                    Place place = record.place();
                    position++;
                    writer.row(position, record.key(), body, place.row(), columns.json(place));
                }
            }
        }
    }

    void addBroken(Connection conn, List<QuarantineRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection own = own(conn);
                BulkWriter writer = BulkWriter.into(own, DATABASE, BROKEN, table)) {
            Quarantine.append(writer, stream, rows);
        }
    }

    private String table(String schema) {
        return DATABASE + "." + schema + "." + Quoted.name(table);
    }

    private static Connection own(Connection conn) throws SQLException {
        return Warehouse.beside(conn);
    }

    /** The rows of a worksheet share their columns, so that most often the last JSON can be given again. */
    private static final class PlaceColumns {
        private Map<String, String> last = Map.of();
        private @Nullable String json;

        @Nullable
        String json(Place place) {
            if (!place.columns().equals(last)) {
                last = place.columns();
                json = last.isEmpty() ? null : BodyEncoder.texts(last);
            }
            return json;
        }
    }
}
