package dev.kenshin.landing;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What changed in a stream since a version, in the order of the versions: for each key only its current version. Read
 * a window of versions at a time, so that a stream of any size takes little memory. The stream must not land meanwhile.
 */
public final class Changes {
    private static final int WINDOW = 10_000;

    private final Connection conn;
    private final String stream;
    private final long last;
    private final Deque<LandedRecord> window = new ArrayDeque<>();
    private long through;

    private Changes(Connection conn, String stream, long through, long last) {
        this.conn = conn;
        this.stream = stream;
        this.through = through;
        this.last = last;
    }

    /**
     * Changes behind a version.
     *
     * @param throughVersion the last version that is already known; 0 yields everything
     */
    public static Changes of(Connection conn, String stream, long throughVersion) throws SQLException {
        return new Changes(conn, stream, throughVersion, lastVersion(conn, stream));
    }

    /** How many changes there are behind a version. */
    public static long count(Connection conn, String stream, long throughVersion) throws SQLException {
        return Query.number(
                conn,
                "select count(*) from landing.record where stream = ? and version_id > ? and superseded_at is null",
                stream,
                throughVersion);
    }

    /** The newest version of a stream; 0 where it never landed. */
    public static long lastVersion(Connection conn, String stream) throws SQLException {
        return Query.number(conn, "select max(version_id) from landing.record where stream = ?", stream);
    }

    /** The next changed record; empty at the end. */
    public Optional<LandedRecord> next() throws SQLException {
        while (window.isEmpty() && through < last) {
            window.addAll(Query.list(
                    conn,
                    LandedRecord::read,
                    "select " + LandedRecord.COLUMNS + " from landing.record where stream = ?"
                            + " and version_id > ? and version_id <= ? and superseded_at is null order by version_id",
                    stream,
                    through,
                    through + WINDOW));
            through += WINDOW;
        }
        return Optional.ofNullable(window.poll());
    }
}
