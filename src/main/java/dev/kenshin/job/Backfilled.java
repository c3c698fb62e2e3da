package dev.kenshin.job;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which snapshots were computed afterwards, and how far the backfill that did got. Works in the caller's transaction. */
final class Backfilled {
    private Backfilled() {}

    /** Every date of which there is a snapshot, whoever computed it. */
    static Set<LocalDate> snapshots(Connection connection) throws SQLException {
        return dates(connection, "select distinct as_of from score.account_health");
    }

    /** What an earlier run of the same backfill computed before it was stopped. */
    static Set<LocalDate> unfinished(Connection connection, String request) throws SQLException {
        return dates(connection, "select as_of from score.backfill where unfinished and request = ?", request);
    }

    /** Whether histories that were published do not show all snapshots yet. */
    static boolean isUnpublished(Connection connection) throws SQLException {
        return Query.number(connection, "select count(*) from score.backfill where not published") > 0;
    }

    /** The snapshot is no longer one that was computed afterwards. */
    static void forget(Connection connection, LocalDate asOf) throws SQLException {
        Query.update(connection, "delete from score.backfill where as_of = ?", asOf);
    }

    /** Keeps that the snapshot was computed now. */
    static void add(Connection connection, Night night, Optional<LocalDateTime> knownAt, String request)
            throws SQLException {
        Query.update(
                connection,
                "insert into score.backfill (as_of, known_at, request, run, computed_at, unfinished, published)"
                        + " values (?, ?, ?, ?, ?, true, false)",
                night.asOf(),
                knownAt.orElse(null),
                request,
                night.run(),
                night.now());
    }

    static void finish(Connection connection) throws SQLException {
        Query.update(connection, "update score.backfill set unfinished = false where unfinished");
    }

    static void published(Connection connection) throws SQLException {
        Query.update(connection, "update score.backfill set published = true where not published");
    }

    private static Set<LocalDate> dates(Connection connection, String sql, Object... values) throws SQLException {
        return new TreeSet<>(Query.list(connection, row -> row.getObject(1, LocalDate.class), sql, values));
    }
}
