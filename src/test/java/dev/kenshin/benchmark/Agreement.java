package dev.kenshin.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Whether Kenshin and the plain script say the same.
 *
 * @param metrics that both computed
 * @param values of them that both have
 * @param activeUsers of 28 days, the sum over all accounts
 */
record Agreement(long metrics, long values, long activeUsers) {
    private static final String COMPARE = """
            with kenshin as (
                select account_id, metric, value from '%s' where value is not null
            ), plain as (
                unpivot (select account_id, columns(* exclude account_id)::double from '%s') on * exclude account_id
                into name metric value value
            ), compared as (
                select metric, k.value as kenshin, p.value as plain
                from plain p full join (from kenshin where metric in (select metric from plain)) k
                using (account_id, metric)
            )
            select count(distinct metric), count(*), sum(plain) filter (where metric = 'active_users_28d'),
                   string_agg(distinct metric, ', ')
                   filter (where kenshin is null or plain is null or abs(kenshin - plain) > 1e-9 * (1 + abs(plain)))
            from compared
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
