package dev.kenshin.usage;

import dev.kenshin.warehouse.BulkWriter;
import dev.kenshin.warehouse.Query;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of one usage source and the rows that belong to them. */
final class Parts {
    /** No day with events is before it. */
    static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    /** No day with events is after it. */
    static final LocalDate END = LocalDate.of(9999, 12, 31);

    private static final String WITHOUT_KEY =
            "(account_key is null or user_id is null or day is null or day not between '0001-01-01' and '9999-12-31')";

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
                        row.getString("definition"),
                        row.getLong("rejected")),
                "select part_id, path, size, modified, definition, rejected from usage.part where source = ?",
                source);
    }

    /** Ids of parts to come. */
    List<Integer> newIds(int count) throws SQLException {
        return Query.list(conn, row -> row.getInt(1), "select nextval('usage.part_id') from range(?)", count);
    }

    void save(List<Part> parts) throws SQLException {
        try (BulkWriter writer = BulkWriter.into(conn, "usage", "part")) {
            for (Part part : parts) {
                writer.row(
                        part.id(),
                        source,
                        part.path(),
                        part.size(),
                        part.modified(),
                        part.definition(),
                        part.rejected());
            }
        }
    }

    /** Removes parts and all that they held. */
    void remove(Collection<Integer> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        for (String table : List.of("part", "part_day", "daily")) {
            Query.update(
                    conn, "delete from usage." + table + " where part_id in (select unnest(?::integer[]))", array(ids));
        }
    }

    /** Removes the rows of a part from {@code from} to {@code to}, both included. */
    void removeDays(int id, LocalDate from, LocalDate to) throws SQLException {
        for (String table : List.of("part_day", "daily")) {
            Query.update(
                    conn, "delete from usage." + table + " where part_id = ? and day between ? and ?", id, from, to);
        }
    }

    /** Takes out the rows that lack account, user or time, and says how many events of each part they stood for. */
    Map<Integer, Long> reject(List<Integer> ids) throws SQLException {
        String rows = "from usage.daily where part_id in (select unnest(?::integer[])) and " + WITHOUT_KEY;
        Map<Integer, Long> events = new HashMap<>();
        Query.list(
                conn,
                row -> events.put(row.getInt(1), row.getLong(2)),
                "select part_id, sum(events) " + rows + " group by all",
                array(ids));
        if (!events.isEmpty()) {
            Query.update(conn, "delete " + rows, array(ids));
        }
        return events;
    }

    /** Notes which days from {@code from} to {@code to} parts hold, and says how many events these are. */
    long noteDays(List<Integer> ids, LocalDate from, LocalDate to) throws SQLException {
        String chosen = " where part_id in (select unnest(?::integer[])) and day between ? and ?";
        Query.update(
                conn,
                "insert into usage.part_day select part_id, day, sum(events) from usage.daily" + chosen
                        + " group by all",
                array(ids),
                from,
                to);
        return Query.number(conn, "select sum(events) from usage.part_day" + chosen, array(ids), from, to);
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

    private Array array(Collection<Integer> ids) throws SQLException {
        return conn.createArrayOf("integer", ids.toArray());
    }
}
