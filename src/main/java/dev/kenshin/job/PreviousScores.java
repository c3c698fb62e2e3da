package dev.kenshin.job;

import dev.kenshin.score.Contributions;
import dev.kenshin.score.Scorecard;
import dev.kenshin.warehouse.Query;
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
            from score.health_component component
            where as_of = $1 and exists (
                from score.account_health health
                where health.as_of = $1 and health.account_id = component.account_id and health.health is not null
            )
            order by account_id, position
            """;
    /** Asked first, since a date that is known lets the engine pass over all others. */
    private static final String DATE = "select max(as_of) from score.account_health where as_of < ?";

    private static final String FURTHER = """
            select account_id, metric, contribution
            from score.scorecard_component component
            where as_of = $1 and scorecard = $2 and exists (
                from score.scorecard_health health
                where health.as_of = $1 and health.scorecard = $2 and health.account_id = component.account_id
                    and health.health is not null
            )
            order by account_id, position
            """;

    private static final String FURTHER_DATE =
            "select max(as_of) from score.scorecard_health where as_of < ? and scorecard = ?";

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
        statement.setObject(
                1,
                Query.list(connection, row -> row.getObject(1, LocalDate.class), DATE, asOf)
                        .get(0));
        return new PreviousScores(statement);
    }

    /** Of a scorecard that scores besides: of the last snapshot in which it scored anybody. */
    static PreviousScores ofFurther(Connection connection, LocalDate asOf, Scorecard card) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(FURTHER);
        statement.setObject(
                1,
                Query.list(connection, row -> row.getObject(1, LocalDate.class), FURTHER_DATE, asOf, card.name())
                        .get(0));
        statement.setString(2, card.name());
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
