package dev.kenshin.landing;

import dev.kenshin.source.Place;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The current version of a record.
 *
 * @param versionId counts up within the stream
 * @param key unique within the stream, also where the source's records have no key
 * @param deleted whether the source no longer holds it; the record then has no fields
 */
public record LandedRecord(long versionId, String key, boolean deleted, SourceRecord record) {

    /** What {@link #read} reads, in this order. */
    static final String COLUMNS = "version_id, key, deleted, body, place, columns";

    /** The current versions of records, those among these keys that ever landed and were not deleted since. */
    public static List<LandedRecord> current(Connection conn, String stream, Collection<String> keys)
            throws SQLException {
        return Query.list(
                conn,
                LandedRecord::read,
                "select " + COLUMNS + " from landing.record where stream = ? and superseded_at is null and not deleted"
                        + " and key in (select unnest(?::varchar[])) order by version_id",
                stream,
                conn.createArrayOf("varchar", keys.toArray()));
    }

    static LandedRecord read(ResultSet row) throws SQLException {
        String key = row.getString(2);
        @Nullable String body = row.getString(4);
        Map<String, @Nullable Object> fields = body == null ? Map.of() : Body.fields(body);
        Place place = new Place(row.getString(5), columns(row.getString(6)));
        return new LandedRecord(row.getLong(1), key, row.getBoolean(3), new SourceRecord(key, fields, place));
    }

    private static Map<String, String> columns(@Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        Map<String, String> columns = new LinkedHashMap<>();
        Body.fields(json).forEach((field, letters) -> columns.put(field, String.valueOf(letters)));
        return columns;
    }
}
