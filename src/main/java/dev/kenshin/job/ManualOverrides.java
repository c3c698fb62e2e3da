package dev.kenshin.job;

import dev.kenshin.score.ManualOverride;
import dev.kenshin.warehouse.Query;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What people have decided that is in force on the as-of date; of several for an account, what was set last. */
record ManualOverrides(Map<String, ManualOverride> byAccount) {
    private static final String IN_FORCE = """
            select distinct on (account_id) *
            from model.health_override
            where set_on <= {day} and expires_on >= {day} and author is not null and reason is not null
              and (score is null) <> (level is null)
            order by account_id, set_on desc, expires_on desc, mapping, record_key
            """;

    /** A query of the rows that count on the day, one an account. */
    static String inForce(String day) {
        return IN_FORCE.replace("{day}", day);
    }

    static ManualOverrides of(Connection connection, LocalDate asOf) throws SQLException {
        Map<String, ManualOverride> byAccount = new HashMap<>();
        Query.list(connection, row -> byAccount.put(row.getString("account_id"), read(row)), inForce("$1"), asOf);
        return new ManualOverrides(byAccount);
    }

    Optional<ManualOverride> of(String account) {
        return Optional.ofNullable(byAccount.get(account));
    }

    private static ManualOverride read(ResultSet row) throws SQLException {
        BigDecimal score = row.getBigDecimal("score");
        return new ManualOverride(
                score == null ? OptionalDouble.empty() : OptionalDouble.of(score.doubleValue()),
                Optional.ofNullable(row.getString("level")),
                row.getString("author"),
                row.getString("reason"),
                row.getObject("set_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class));
    }
}
