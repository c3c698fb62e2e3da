package dev.kenshin.usage;

import dev.kenshin.warehouse.BulkWriter;
import dev.kenshin.warehouse.Query;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Keeps usage that somebody gives as if it had been aggregated from events. */
public final class GivenUsage {
    private static final int SCALE = 4;
    private static final LocalDateTime NO_TIME = LocalDate.EPOCH.atStartOfDay();

    private GivenUsage() {}

    /** Adds a part to a usage source, which must not have these days yet. */
    public static void add(Connection conn, String source, List<UsageDay> days) throws SQLException {
        int part = part(conn, source);
        try (BulkWriter daily = BulkWriter.into(conn, "usage", "daily")) {
            for (UsageDay day : days) {
                daily.row(
                        part,
                        source,
                        day.accountKey(),
                        day.user(),
                        day.day(),
                        day.event(),
                        day.events(),
                        day.seconds() == null ? null : day.seconds().setScale(SCALE, RoundingMode.HALF_UP));
            }
        }
        for (LocalDate day : new TreeSet<>(
                days.stream().map(UsageDay::day).filter(Objects::nonNull).toList())) {
            cover(conn, part, day);
        }
    }

    /** Says that the events of a source reach up to that day. */
    public static void reachesTo(Connection conn, String source, LocalDate day) throws SQLException {
        Query.update(
                conn,
                "delete from usage.part_day where part_id in (select part_id from usage.part where source = ?)",
                source);
        cover(conn, part(conn, source), day);
    }

    private static int part(Connection conn, String source) throws SQLException {
        int part = Math.toIntExact(Query.number(conn, "select nextval('usage.part_id')"));
        Query.update(
                conn, "insert into usage.part values (?, ?, ?, 0, ?, '', 0)", part, source, "given " + part, NO_TIME);
        return part;
    }

    private static void cover(Connection conn, int part, LocalDate day) throws SQLException {
        Query.update(conn, "insert into usage.part_day values (?, ?, 1)", part, day);
    }
}
