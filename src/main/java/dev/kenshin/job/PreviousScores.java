package dev.kenshin.job;

import dev.kenshin.score.Contributions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The contributions of the snapshot before, read side by side with the accounts of the night, both in order of ids. */
final class PreviousScores implements AutoCloseable {
    private static final String SELECT = """
            select account_id, metric, contribution
            from score.health_component join score.account_health using (as_of, account_id)
            where health is not null
              and as_of = (select max(as_of) from score.account_health where as_of < ?)
            order by account_id, position
            """;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private boolean there;

    private PreviousScores(PreparedStatement statement) throws SQLException {
        this.statement = statement;
        this.rows = statement.executeQuery();
        this.there = rows.next();
    }

    static PreviousScores open(Connection connection, LocalDate asOf) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(SELECT);
        statement.setObject(1, asOf);
        return new PreviousScores(statement);
    }

    /** What the account had then; empty where it had no score. To be asked for ascending ids. */
    Contributions of(String account) throws SQLException {
        while (there && rows.getString(1).compareTo(account) < 0) {
            there = rows.next();
        }
        Map<String, Double> points = new LinkedHashMap<>();
        while (there && rows.getString(1).equals(account)) {
            points.put(rows.getString(2), rows.getDouble(3));
            there = rows.next();
        }
        return new Contributions(points);
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
