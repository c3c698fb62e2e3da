package dev.kenshin.rollup;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * The health of many accounts as one row: for every dimension and each of its members, in {@code score.rollup} and
 * {@code score.rollup_level}. Works in the caller's transaction, after the accounts of that date were scored.
 */
public final class Rollup {
    private static final List<String> STATEMENTS = List.of("member.sql", "rollup.sql", "rollup_level.sql");

    private final RiskLevels levels;

    /** @param scorecards by whose levels accounts are at risk */
    public Rollup(Collection<ScorecardConfig> scorecards) {
        this.levels = new RiskLevels(scorecards);
    }

    /**
     * Replaces the figures of the date.
     *
     * @return a warning for each circle of parents; within a circle nobody has a parent
     */
    public List<Problem> replace(Connection connection, LocalDate asOf) throws SQLException {
        List<ParentCircle> circles = Parents.of(connection, asOf).circles();
        Query.update(connection, "delete from score.rollup where as_of = ?", asOf);
        Query.update(connection, "delete from score.rollup_level where as_of = ?", asOf);
        for (String statement : STATEMENTS) {
            Query.update(connection, sql(statement, asOf, circles));
        }
        Query.update(connection, "drop table temp.rollup_member");
        return circles.stream().map(ParentCircle::problem).toList();
    }

    private String sql(String statement, LocalDate asOf, List<ParentCircle> circles) {
        return Script.read(statement)
                .replace("{as_of}", "date " + Quoted.text(asOf.toString()))
                .replace("{in_circles}", inCircles(circles))
                .replace("{levels}", levels.rows());
    }

    private static String inCircles(List<ParentCircle> circles) {
        return Quoted.texts(circles.stream()
                        .flatMap(circle -> circle.accounts().stream())
                        .toList())
                + "::varchar[]";
    }
}
