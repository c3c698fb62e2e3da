package dev.kenshin.job;

import dev.kenshin.job.Explanation.Data;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads back how the data stood that a score was made of. */
final class DataReader {
    private final Connection connection;
    private final ScoreWords words;

    DataReader(Connection connection, ScoreWords words) {
        this.connection = connection;
        this.words = words;
    }

    /** Empty where no scorecard applied, and in snapshots of earlier releases. */
    Optional<Data> read(LocalDate asOf, String account) throws SQLException {
        return known()
                ? Query.first(
                        connection,
                        this::data,
                        "select source_status, source_age_days, stale_sources from score.account_health"
                                + " where as_of = ? and account_id = ? and source_status is not null",
                        asOf,
                        account)
                : Optional.empty();
    }

    /** A warehouse that no night has opened since the last release lacks the columns. */
    private boolean known() throws SQLException {
        return Query.number(
                        connection,
                        "select count(*) from duckdb_columns()"
                                + " where schema_name = 'score' and table_name = 'account_health'"
                                + " and column_name = 'source_status'")
                > 0;
    }

    private Data data(ResultSet row) throws SQLException {
        String status = row.getString("source_status");
        int age = row.getInt("source_age_days");
        OptionalInt days = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(age);
        List<String> stale = Optional.ofNullable(row.getString("stale_sources"))
                .map(names -> List.of(names.split(", ", -1)))
                .orElse(List.of());
        return new Data(status, words.term("source_status", status), days, stale);
    }
}
