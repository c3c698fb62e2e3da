package dev.kenshin.landing;

import dev.kenshin.source.SourceRecord;
import dev.kenshin.warehouse.BulkWriter;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Changes what has landed of a stream, in every version: the one exception to the rule that versions stay. A version that
 * is changed is as if it had landed like that, so that the next extract finds it unchanged. Works in the caller's
 * transaction; the stream must not land meanwhile.
 */
public final class Redaction {
    private static final int WINDOW = 10_000;

    private final Connection conn;
    private final String stream;

    public Redaction(Connection conn, String stream) {
        this.conn = conn;
        this.stream = stream;
    }

    /**
     * What was done.
     *
     * @param removed versions, deletions included
     * @param changed versions
     * @param keys of the records of which versions were removed
     */
    public record Result(long removed, long changed, List<String> keys) {
        /** Whether anything was done. */
        public boolean isAny() {
            return removed + changed > 0;
        }
    }

    /** The names of all streams that ever landed. */
    public static List<String> streams(Connection conn) throws SQLException {
        return Query.list(conn, row -> row.getString(1), "select distinct stream from landing.record order by stream");
    }

    /** Shows every version that has a body. */
    public void read(Consumer<SourceRecord> reader) throws SQLException {
        long last = Changes.lastVersion(conn, stream);
        for (long from = 0; from < last; from += WINDOW) {
            window(from).forEach(landed -> reader.accept(landed.record()));
        }
    }

    /**
     * Goes through all versions of the stream.
     *
     * @param judge what of a record may stay: the very same record, another one, or none
     */
    public Result apply(Function<SourceRecord, Optional<SourceRecord>> judge) throws SQLException {
        Query.update(conn, "create or replace temp table redaction (version_id bigint, body varchar, place varchar)");
        long last = Changes.lastVersion(conn, stream);
        for (long from = 0; from < last; from += WINDOW) {
            judge(window(from), judge);
        }
        Result result = new Result(remove(), change(), gone());
        if (result.isAny()) {
            settle();
        }
        Query.update(conn, "drop table temp.redaction");
        return result;
    }

    private List<LandedRecord> window(long from) throws SQLException {
        return Query.list(
                conn,
                LandedRecord::read,
                "select " + LandedRecord.COLUMNS + " from landing.record where stream = ? and version_id > ?"
                        + " and version_id <= ? and body is not null order by version_id",
                stream,
                from,
                from + WINDOW);
    }

    private void judge(List<LandedRecord> window, Function<SourceRecord, Optional<SourceRecord>> judge)
            throws SQLException {
        BodyEncoder encoder = new BodyEncoder();
        try (BulkWriter writer = BulkWriter.into(conn, "temp", "main", "redaction")) {
            for (LandedRecord landed : window) {
                Optional<SourceRecord> kept = judge.apply(landed.record());
                if (kept.isEmpty()) {
                    writer.row(landed.versionId(), null, null);
                } else if (!kept.get().equals(landed.record())) {
                    byte[] body = encoder.encode(kept.get().fields());
                    writer.row(landed.versionId(), body, kept.get().place().row());
                }
            }
        }
    }

    private List<String> gone() throws SQLException {
        return Query.list(conn, row -> row.getString(1), "select key from temp.redacted_key");
    }

    /** A deletion is of nobody once no version is left that had content. */
    private long remove() throws SQLException {
        Query.update(
                conn,
                "create or replace temp table redacted_key as select distinct key from landing.record"
                        + " join temp.redaction using (version_id) where stream = ? and redaction.body is null",
                stream);
        long removed = Query.update(
                conn,
                "delete from landing.record where stream = ?"
                        + " and version_id in (select version_id from temp.redaction where body is null)",
                stream);
        return removed
                + Query.update(
                        conn,
                        "delete from landing.record where stream = ? and deleted"
                                + " and key in (select key from temp.redacted_key) and key not in"
                                + " (select key from landing.record where stream = ? and body is not null)",
                        stream,
                        stream);
    }

    private long change() throws SQLException {
        Query.update(
                conn,
                "create or replace temp table redacted_hash as select version_id, left(sha256(r.body), 32)::uuid as hash,"
                        + " starts_with(l.key, l.hash::varchar || '#') as keyless"
                        + " from temp.redaction r join landing.record l using (version_id)"
                        + " where l.stream = ? and r.body is not null",
                stream);
        long changed = Query.update(
                conn,
                "update landing.record l set body = r.body, place = r.place, hash = h.hash"
                        + " from temp.redaction r join temp.redacted_hash h using (version_id)"
                        + " where l.stream = ? and l.version_id = r.version_id",
                stream);
        Query.update(
                conn,
                "update landing.record l set key = l.hash::varchar || '#' || n.number from (select version_id,"
                        + " row_number() over (partition by hash, superseded_at is null order by version_id) as number"
                        + " from landing.record where stream = ?"
                        + " and hash in (select hash from temp.redacted_hash where keyless)) n"
                        + " where l.stream = ? and l.version_id = n.version_id",
                stream,
                stream);
        return changed;
    }

    /** What was read of files is no longer what is known of them, and mappings must see the stream anew. */
    private void settle() throws SQLException {
        Query.update(conn, "delete from landing.content where stream = ?", stream);
        Query.update(
                conn,
                "update landing.stream set records = (select count(*) from landing.record where stream = ?"
                        + " and superseded_at is null and not deleted) where stream = ?",
                stream,
                stream);
    }
}
