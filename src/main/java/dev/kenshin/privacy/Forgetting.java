package dev.kenshin.privacy;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.MappingConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.landing.Redaction;
import dev.kenshin.privacy.Found.Fate;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes a subject out of a warehouse, by the list that keeps it out afterwards: what would not land is removed. Works in
 * the caller's transaction, so that whoever rolls it back has seen what would go. Done again, it finds nothing.
 */
public final class Forgetting {
    private final Connection conn;
    private final Configuration configuration;
    private final Protection protection;
    private final Subject subject;
    private final List<Found> found = new ArrayList<>();

    /** @param protection whose list holds the subject */
    Forgetting(Connection conn, Configuration configuration, Protection protection, Subject subject) {
        this.conn = conn;
        this.configuration = configuration;
        this.protection = protection;
        this.subject = subject;
    }

    List<Found> run() throws SQLException {
        Map<String, StreamConfig> streams = new HashMap<>();
        configuration.sources().values().forEach(source -> source.streams()
                .values()
                .forEach(stream -> streams.put(stream.qualifiedName(), stream)));
        for (String stream : Redaction.streams(conn)) {
            StreamConfig config = streams.get(stream);
            redact(stream, config == null ? protection.guard(stream) : protection.guard(config));
        }
        removeUsage();
        found.addAll(Rows.ofWarehouse(conn, subject).remove(""));
        noteDays();
        if (subject.account()) {
            Query.update(conn, "delete from landing.mapped"); // rows of the quarantine are written anew
        }
        return Found.summedUp(found);
    }

    private void redact(String stream, Guard guard) throws SQLException {
        Redaction.Result result = new Redaction(conn, stream).apply(guard::withoutForgotten);
        note("landing.record " + stream, Fate.REMOVED, result.removed());
        note("landing.record " + stream, Fate.CHANGED, result.changed());
        if (result.isAny()) {
            removeDerived(stream, result.keys());
        }
    }

    /** The mappings of the stream run anew over all of it next night. */
    private void removeDerived(String stream, List<String> keys) throws SQLException {
        for (MappingConfig mapping : configuration.mappings().values()) {
            if (mapping.from().name().equals(stream)) {
                note(
                        "model." + mapping.to().name(),
                        Fate.REMOVED,
                        Query.update(
                                conn,
                                "delete from model." + Quoted.name(mapping.to().name())
                                        + " where mapping = ? and record_key in (select unnest(?::varchar[]))",
                                mapping.name(),
                                conn.createArrayOf("varchar", keys.toArray())));
                Query.update(conn, "delete from landing.mapped where mapping = ?", mapping.name());
            }
        }
        for (String table : List.of("landing.quarantine", "ops.quarantine_stay")) {
            String sql = "delete from " + table + " where origin = ? and key in (select unnest(?::varchar[]))";
            note(table, Fate.REMOVED, Query.update(conn, sql, stream, conn.createArrayOf("varchar", keys.toArray())));
        }
    }

    private void removeUsage() throws SQLException {
        List<String> users = Query.list(
                        conn,
                        row -> row.getString(1),
                        "select distinct user_id from usage.daily where user_id is not null")
                .stream()
                .filter(protection::isForgottenUser)
                .toList();
        note(
                "usage.daily",
                Fate.REMOVED,
                Query.update(
                        conn,
                        "delete from usage.daily where user_id in (select unnest(?::varchar[]))",
                        conn.createArrayOf("varchar", users.toArray())));
        for (String account : subject.accounts()) {
            note(
                    "usage.daily",
                    Fate.REMOVED,
                    Query.update(
                            conn,
                            "delete from usage.daily d where exists (select 1 from usage.account_key k"
                                    + " where k.source = d.source and k.account_key = d.account_key"
                                    + " and k.account_id = ?)",
                            account));
        }
    }

    /** What is noted by day must stay the sum of what is there: the next night counts both. */
    private void noteDays() throws SQLException {
        String sums = "select part_id, day, sum(events) from usage.daily group by all";
        Query.update(conn, "delete from usage.part_day");
        Query.update(conn, "insert into usage.part_day (part_id, day, events) " + sums);
    }

    private void note(String place, Fate fate, long rows) {
        if (rows > 0) {
            found.add(new Found(place, fate, rows));
        }
    }
}
