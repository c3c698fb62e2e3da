package dev.kenshin.landing;

import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** A full extract as the gates look at it. */
sealed interface Candidate {
    /** Readable ones, those whose key came before included. */
    long records() throws SQLException;

    /** Records whose key came before in the same extract. */
    long repeated() throws SQLException;

    DataDate date(String field, LocalDate asOf) throws SQLException;

    List<FieldProfile> fields() throws SQLException;

    /** What was read and waits to land. */
    record Staged(Connection conn, String stream) implements Candidate {
        @Override
        public long records() throws SQLException {
            return Query.number(conn, "select count(*) from " + table());
        }

        @Override
        public long repeated() throws SQLException {
            return Query.number(conn, "select count(*) - count(distinct key) from " + table() + " where key <> ''");
        }

        @Override
        public DataDate date(String field, LocalDate asOf) throws SQLException {
            return DataDate.ofStage(conn, stream, field, asOf);
        }

        @Override
        public List<FieldProfile> fields() throws SQLException {
            return FieldProfile.ofStage(conn, stream, records());
        }

        private String table() {
            return new Stage(stream).records();
        }
    }

    /** What landed last, since it would be the same again: such an extract held no key twice. */
    record Landed(Connection conn, String stream, StreamState state) implements Candidate {
        @Override
        public long records() {
            return state.records();
        }

        @Override
        public long repeated() {
            return 0;
        }

        @Override
        public DataDate date(String field, LocalDate asOf) throws SQLException {
            return DataDate.ofLanded(conn, stream, field, asOf);
        }

        @Override
        public List<FieldProfile> fields() throws SQLException {
            return state.landedOn().isPresent()
                    ? FieldHistory.on(conn, stream, state.landedOn().get())
                    : List.of();
        }
    }
}
