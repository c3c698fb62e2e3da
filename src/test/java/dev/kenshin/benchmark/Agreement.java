package dev.kenshin.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * That Kenshin and the plain script say the same of every account, unknown values included.
 *
 * @param metrics that were compared: all that Kenshin published
 * @param values of them, one an account and metric
 * @param known how many of these are not null
 */
record Agreement(long metrics, long values, long known) {
    private static final String COMPARE = """
            select count(distinct metric), count(*), count(kenshin.value), string_agg(distinct metric, ', ') filter (
                kenshin.value is distinct from plain.value
                and not coalesce(abs(kenshin.value - plain.value) <= 1e-9 * (1 + abs(plain.value)), false))
            from '%s' kenshin full join '%s' plain using (as_of, account_id, metric)
            """;

    /** @throws IllegalStateException names the metrics with a value that differs for any account */
    static Agreement check(Company company, Path home) throws SQLException {
        String kenshin = home.resolve("exports/latest/metric_value.csv").toString();
        String query = COMPARE.formatted(kenshin, PlainScript.result(company));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            if (row.getString(4) != null) {
                throw new IllegalStateException("Kenshin and the plain script differ in " + row.getString(4));
            }
            return new Agreement(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }
}
