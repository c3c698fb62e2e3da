package dev.kenshin.usage;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The parts of one usage source and the rows that belong to them. */
final class Parts {
    /** Before any day that events have. */
    static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private static final String WITHOUT_KEY =
            "(account_key is null or user_id is null or day is null or not isfinite(day))";

    private final Connection conn;
    private final String source;

    Parts(Connection conn, String source) {
        this.conn = conn;
        this.source = source;
    }

    List<Part> all() throws SQLException {
        return Query.list(
                conn,
                row -> new Part(
                        row.getInt("part_id"),
                        row.getString("path"),
                        row.getLong("size"),
                        row.getObject("modified", LocalDateTime.class),
                        row.getString("definition")),
                "select part_id, path, size, modified, definition from usage.part where source = ?",
                source);
    }

    int newId() throws SQLException {
        return Math.toIntExact(Query.number(conn, "select nextval('usage.part_id')"));
    }

    void save(Part part, long rejected) throws SQLException {
        Query.update(
                conn,
                "insert into usage.part (part_id, source, path, size, modified, definition, rejected)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                part.id(),
                source,
                part.path(),
                part.size(),
                part.modified(),
                part.definition(),
                rejected);
    }

    /** Removes parts and all that they held. */
    void remove(Collection<Integer> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        for (String table : List.of("part", "part_day", "daily")) {
            Query.update(
                    conn,
                    "delete from usage." + table + " where part_id in (select unnest(?::integer[]))",
                    conn.createArrayOf("integer", ids.toArray()));
        }
    }

    /** Removes the rows of a part from {@code from} to {@code to}, both included. */
    void removeDays(int id, LocalDate from, LocalDate to) throws SQLException {
        for (String table : List.of("part_day", "daily")) {
            Query.update(
                    conn, "delete from usage." + table + " where part_id = ? and day between ? and ?", id, from, to);
        }
    }

    /** Takes out the rows of a part that lack account, user or time, and says how many events they stood for. */
    long reject(int id) throws SQLException {
        long events = Query.number(
                conn, "select sum(events) from usage.daily where part_id = ? and " + WITHOUT_KEY, id);
        if (events > 0) {
            Query.update(conn, "delete from usage.daily where part_id = ? and " + WITHOUT_KEY, id);
        }
        return events;
    }

    /** Notes the days of a part from {@code from} on, and says how many events they hold. */
    long noteDays(int id, LocalDate from) throws SQLException {
        Query.update(
                conn,
                "insert into usage.part_day select part_id, day, sum(events) from usage.daily"
                        + " where part_id = ? and day >= ? group by all",
                id,
                from);
        return Query.number(
                conn, "select sum(events) from usage.part_day where part_id = ? and day >= ?", id, from);
    }

    Optional<LocalDate> lastDay(LocalDate asOf) throws SQLException {
        return Query.first(
                conn,
                row -> row.getObject(1, LocalDate.class),
                "select day from usage.part_day join usage.part using (part_id)"
                        + " where source = ? and day <= ? order by day desc limit 1",
                source,
                asOf);
    }
}
