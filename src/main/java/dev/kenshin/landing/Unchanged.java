package dev.kenshin.landing;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Lands a full extract that would hold what the last one held, without its records: only time has passed. */
final class Unchanged {
    private final Connection conn;
    private final String stream;

    Unchanged(Connection conn, String stream) {
        this.conn = conn;
        this.stream = stream;
    }

    /** Whether the stream, as it landed last, was made of this. */
    boolean since(String fingerprint) throws SQLException {
        Optional<Content> content =
                Content.of(conn, stream).filter(known -> known.fingerprint().equals(fingerprint));
        Optional<StreamState> state = StreamState.of(conn, stream);
        return content.isPresent() && state.isPresent() && content.get().isWhole(conn, stream, records());
    }

    /** Counted anew, since rows may have been lost since they landed. */
    private long records() throws SQLException {
        return Query.number(
                conn,
                "select count(*) from landing.record where stream = ? and superseded_at is null and not deleted",
                stream);
    }

    /** The newest date may be another than last night, since dates after the as-of date do not count. */
    LandingResult land(LandingTime time, Extract extract) throws SQLException {
        StreamState before = StreamState.of(conn, stream).orElseThrow();
        Optional<DataDate> date = extract.freshnessColumn().isPresent()
                ? Optional.of(DataDate.ofLanded(
                        conn, stream, extract.freshnessColumn().get(), time.asOf()))
                : Optional.empty();
        new StreamState(Optional.of(time.asOf()), date.flatMap(DataDate::newest), before.records(), before.cursor())
                .save(conn, stream);
        long broken = Content.broken(conn, stream);
        return new LandingResult(before.records() + broken, 0, 0, before.records(), 0, 0, broken);
    }
}
