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

    Merge(Connection conn, String stream, LandingTime time, Extract extract) {
        this.conn = conn;
        this.stream = stream;
        this.time = time;
        this.extract = extract;
    }

    LandingResult run() throws SQLException {
        findKeys();
        compare();
        findGone();
        supersede();
        addVersions();
        addDeletions();
        followMoves();
        new MergeQuarantine(conn, stream, extract.full()).replace();
        LandingResult result = count();
        saveState();
        drop();
        return result;
    }

    /** Each staged row's key. Where the source gives none, content and occurrence stand for it. */
    private void findKeys() throws SQLException {
        update(
                "create or replace temp table staged as select position, hash, key from landing.stage"
                        + " where stream = ? and key <> '' union all select position, hash, hash::varchar || '#' ||"
                        + " row_number() over (partition by hash order by position) as key"
                        + " from landing.stage where stream = ? and key = ''",
                stream,
                stream);
    }

    /** One row a key, and what it means. A rejected record that moved counts as changed: its place must be mended. */
    private void compare() throws SQLException {
        String winner = extract.full() ? "min" : "max";
        update(
                "create or replace temp table incoming as"
                        + " with winner as (select key, " + winner + "(position) as position, arg_" + winner
                        + "(hash, position) as hash from staged group by key),"
                        + " known as (select * from landing.record where stream = ? and superseded_at is null),"
                        + " rejected as (select distinct key from landing.quarantine where origin = ? and mapping <> '')"
                        + " select w.key, w.position, k.version_id as known,"
                        + " k.version_id is null or k.deleted as added,"
                        + " not added and (s.place <> k.place or s.columns is distinct from k.columns) as moved,"
                        + " not added and (w.hash <> k.hash or moved and w.key in (from rejected)) as changed"
                        + " from winner w left join known k using (key)"
                        + " join (select position, place, columns from landing.stage where stream = ?) s"
                        + " using (position)",
                stream,
                stream,
                stream);
    }

    private void findGone() throws SQLException {
        update(
                "create or replace temp table gone as select version_id, key, place from landing.record"
                        + " where stream = ? and superseded_at is null and not deleted and ?"
                        + " and key not in (select key from incoming)",
                stream,
                extract.full());
    }

    private void supersede() throws SQLException {
        update(
                "update landing.record set superseded_at = ? where stream = ? and superseded_at is null"
                        + " and version_id in (select known from incoming where known is not null and (added or changed)"
                        + " union all select version_id from gone)",
                time.seenAt(),
                stream);
    }

    private void addVersions() throws SQLException {
        update(
                "insert into landing.record (stream, version_id, key, body, hash, place, columns, seen_at, run, deleted)"
                        + " select s.stream, ? + n.number, n.key, s.body, s.hash, s.place, s.columns, ?, ?, false"
                        + " from landing.stage s join (select position, key, row_number() over (order by position)"
                        + " as number from incoming where added or changed) n using (position) where s.stream = ?",
                Changes.lastVersion(conn, stream),
                time.seenAt(),
                time.run(),
                stream);
    }

    private void addDeletions() throws SQLException {
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
        update(
                "update landing.record r set place = s.place, columns = s.columns"
                        + " from (select i.known, s.place, s.columns from incoming i join landing.stage s using (position)"
                        + " where s.stream = ? and i.moved and not i.changed) s"
                        + " where r.stream = ? and r.version_id = s.known",
                stream,
                stream);
    }

    private LandingResult count() throws SQLException {
        long broken = Query.number(conn, "select count(*) from landing.broken where origin = ?", stream);
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
        new StreamState(time.asOf(), dataDate(before), records, cursor).save(conn, stream);
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
