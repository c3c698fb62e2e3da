package dev.kenshin.landing;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Merges the stage of one stream into its versions, set by set. Large columns are only touched where rows are written:
 * everything is decided on positions, keys and hashes.
 */
final class Merge {
    /** The hash of a deletion, which no record has. */
    private static final UUID NO_BODY = new UUID(0, 0);

    private final Connection conn;
    private final String stream;
    private final LandingTime time;
    private final Extract extract;
    private final Stage stage;

    Merge(Connection conn, String stream, LandingTime time, Extract extract) {
        this.conn = conn;
        this.stream = stream;
        this.time = time;
        this.extract = extract;
        this.stage = new Stage(stream);
    }

    LandingResult run() throws SQLException {
        findKeys();
        long last = Changes.lastVersion(conn, stream);
        if (last == 0) {
            addAll();
        } else {
            compare();
        }
        findGone();
        LandingResult result = count();
        supersede(result);
        addVersions(result, last);
        addDeletions(result);
        followMoves();
        new MergeQuarantine(conn, stream, extract.full()).replace(result);
        saveState();
        Content.keep(conn, stream, extract.fingerprint(), result);
        drop();
        return result;
    }

    /** Each staged row's key. Where the source gives none, content and occurrence stand for it. */
    private void findKeys() throws SQLException {
        update("create or replace temp table staged as select position, hash, key from " + stage.records()
                + " where key <> '' union all select position, hash, hash::varchar || '#' ||"
                + " row_number() over (partition by hash order by position) as key"
                + " from " + stage.records() + " where key = ''");
    }

    /** One row a key of a stream that never landed, so that there is nothing to compare it with. */
    private void addAll() throws SQLException {
        update("create or replace temp table incoming as select key, " + winner() + "(position) as position,"
                + " null::bigint as known, true as added, false as moved, false as changed from staged group by key");
    }

    /** One row a key, and what it means. A rejected record that moved counts as changed: its place must be mended. */
    private void compare() throws SQLException {
        update(
                "create or replace temp table incoming as"
                        + " with winner as (select key, " + winner() + "(position) as position, arg_" + winner()
                        + "(hash, position) as hash from staged group by key),"
                        + " known as (select * from landing.record where stream = ? and superseded_at is null),"
                        + " rejected as (select distinct key from landing.quarantine where origin = ? and mapping <> '')"
                        + " select w.key, w.position, k.version_id as known,"
                        + " k.version_id is null or k.deleted as added,"
                        + " not added and (s.place <> k.place or s.columns is distinct from k.columns) as moved,"
                        + " not added and (w.hash <> k.hash or moved and w.key in (from rejected)) as changed"
                        + " from winner w left join known k using (key) join " + stage.records()
                        + " s using (position)",
                stream,
                stream);
    }

    /** Of a key that comes twice in a full extract the first counts; later in an incremental one is newer. */
    private String winner() {
        return extract.full() ? "min" : "max";
    }

    private void findGone() throws SQLException {
        update(
                "create or replace temp table gone as select version_id, key, place from landing.record"
                        + " where stream = ? and superseded_at is null and not deleted and ?"
                        + " and key not in (select key from incoming)",
                stream,
                extract.full());
    }

    private void supersede(LandingResult result) throws SQLException {
        if (result.changed() + result.deleted() == 0 && !comesBack()) {
            return;
        }
        update(
                "update landing.record set superseded_at = ? where stream = ? and superseded_at is null"
                        + " and version_id in (select known from incoming where known is not null and (added or changed)"
                        + " union all select version_id from gone)",
                time.seenAt(),
                stream);
    }

    /** Whether a record that was deleted is there again. */
    private boolean comesBack() throws SQLException {
        return Query.number(conn, "select count(*) from temp.incoming where added and known is not null") > 0;
    }

    private void addVersions(LandingResult result, long last) throws SQLException {
        if (result.added() + result.changed() == 0) {
            return;
        }
        update(
                "insert into landing.record (stream, version_id, key, body, hash, place, columns, seen_at, run, deleted)"
                        + " select ?, ? + n.number, n.key, s.body, s.hash, s.place, s.columns, ?, ?, false"
                        + " from " + stage.records()
                        + " s join (select position, key, row_number() over (order by position)"
                        + " as number from incoming where added or changed) n using (position)",
                stream,
                last,
                time.seenAt(),
                time.run());
    }

    private void addDeletions(LandingResult result) throws SQLException {
        if (result.deleted() == 0) {
            return;
        }
        update(
                "insert into landing.record (stream, version_id, key, hash, place, seen_at, run, deleted)"
                        + " select ?, ? + row_number() over (order by version_id), key, ?, place, ?, ?, true from gone",
                stream,
                Changes.lastVersion(conn, stream),
                NO_BODY,
                time.seenAt(),
                time.run());
    }

    /** A record that only moved to another line stays the same version, found elsewhere. */
    private void followMoves() throws SQLException {
        if (Query.number(conn, "select count(*) from temp.incoming where moved and not changed") == 0) {
            return;
        }
        update(
                "update landing.record r set place = s.place, columns = s.columns"
                        + " from (select i.known, s.place, s.columns from incoming i join " + stage.records()
                        + " s using (position)"
                        + " where i.moved and not i.changed) s"
                        + " where r.stream = ? and r.version_id = s.known",
                stream);
    }

    private LandingResult count() throws SQLException {
        long broken = Query.number(conn, "select count(*) from " + stage.broken());
        return Query.first(
                        conn,
                        row -> new LandingResult(
                                row.getLong("staged") + broken,
                                row.getLong("added"),
                                row.getLong("changed"),
                                row.getLong("keys") - row.getLong("added") - row.getLong("changed"),
                                row.getLong("gone"),
                                row.getLong("staged") - row.getLong("keys"),
                                broken),
                        "select (select count(*) from staged) as staged, count(*) as keys,"
                                + " count(*) filter (where added) as added, count(*) filter (where changed) as changed,"
                                + " (select count(*) from gone) as gone from incoming")
                .orElseThrow();
    }

    private void saveState() throws SQLException {
        Optional<StreamState> before = StreamState.of(conn, stream);
        long records = Query.number(
                conn,
                "select count(*) from landing.record where stream = ? and superseded_at is null and not deleted",
                stream);
        Optional<String> cursor = extract.cursor().or(() -> before.flatMap(StreamState::cursor));
        Optional<LocalDate> landedOn =
                extract.last() ? Optional.of(time.asOf()) : before.flatMap(StreamState::landedOn);
        new StreamState(landedOn, dataDate(before), records, cursor).save(conn, stream);
    }

    private Optional<LocalDate> dataDate(Optional<StreamState> before) throws SQLException {
        Optional<LocalDate> known = extract.full() ? Optional.empty() : before.flatMap(StreamState::dataDate);
        if (extract.freshnessColumn().isEmpty()) {
            return known;
        }
        Optional<LocalDate> staged = DataDate.ofStage(
                        conn, stream, extract.freshnessColumn().get(), time.asOf())
                .newest();
        return staged.filter(date -> known.isEmpty() || date.isAfter(known.get()))
                .or(() -> known);
    }

    private void drop() throws SQLException {
        for (String table : new String[] {"staged", "incoming", "gone"}) {
            update("drop table temp." + table);
        }
    }

    private void update(String sql, @Nullable Object... values) throws SQLException {
        Query.update(conn, sql, values);
    }
}
