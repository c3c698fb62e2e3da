package dev.kenshin.job;

import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the scores of a date differ from those of another, over the accounts that can be compared.
 *
 * @param accounts that are compared
 * @param scored those of them with a health on both dates
 * @param meanBefore of the scored; so is {@code meanAfter}
 * @param levelChanges share of the accounts
 * @param stability population stability index of the healths of the scored, in five bins
 * @param withoutHealth share of the accounts on the later date
 * @param changedCards scorecards that are others than they were; whom they scored is not compared
 */
record ScoreShift(
        LocalDate before,
        LocalDate asOf,
        long accounts,
        long scored,
        double meanBefore,
        double meanAfter,
        double levelChanges,
        double stability,
        double withoutHealthBefore,
        double withoutHealth,
        List<String> changedCards) {
    private static final double POINTS_OF_A_BIN = 20;
    private static final int LAST_BIN = 4;

    /** Of the few cards first, since joining whom they scored would pair every account with every other. */
    private static final String CHANGED = """
            select distinct a.scorecard
            from (select distinct scorecard, scorecard_hash from score.account_health where as_of = $1) a
            join (select distinct scorecard, scorecard_hash from score.account_health where as_of = $2) b
                using (scorecard)
            where a.scorecard_hash <> b.scorecard_hash
            """;

    private static final String PAIRS = """
            with changed as (%s),
            pair as (
                select account_id, b.health as health_before, b.level as level_before, a.health, a.level
                from score.account_health b join score.account_health a using (account_id)
                where b.as_of = $1 and a.as_of = $2
                    and coalesce(b.scorecard, '') not in (from changed)
                    and coalesce(a.scorecard, '') not in (from changed)
            ),
            scored as (from pair where health_before is not null and health is not null)
            """.formatted(CHANGED);

    /** Sums are of whole numbers, so that no order of rows shows in them. */
    private static final String FIGURES = PAIRS + """
            select (select count(*) from pair),
                (select count(*) from scored),
                coalesce((select sum(round(health_before * 1e6)::hugeint) / 1e6 / count(*) from scored), 0),
                coalesce((select sum(round(health * 1e6)::hugeint) / 1e6 / count(*) from scored), 0),
                coalesce((select avg((level <> level_before)::integer) from pair), 0),
                coalesce((select avg((health_before is null)::integer) from pair), 0),
                coalesce((select avg((health is null)::integer) from pair), 0)
            """;

    /** Half an account is added to each bin, so that an empty one is no infinite shift. */
    private static final String STABILITY = PAIRS + """
            , bin as (select unnest(range(0, %1$d + 1)) as bin),
            share as (
                select bin,
                    ((select count(*) from scored where least(floor(health_before / %2$s), %1$d) = bin) + 0.5)
                        / ((select count(*) from scored) + 2.5) as before,
                    ((select count(*) from scored where least(floor(health / %2$s), %1$d) = bin) + 0.5)
                        / ((select count(*) from scored) + 2.5) as after
                from bin
            )
            select round(sum((after - before) * ln(after / before) order by bin), 6) from share
            """.formatted(LAST_BIN, POINTS_OF_A_BIN);

    /** Of the accounts that are compared, per account. */
    private static final String MOVES = PAIRS + """
            , point as (
                select metric, as_of, sum(round(contribution * 1e6)::hugeint) / 1e6 as points
                from score.health_component
                where as_of in ($1, $2) and account_id in (select account_id from scored)
                group by metric, as_of
            ),
            total as (
                select metric, coalesce(sum(points) filter (where as_of = $2), 0)
                    - coalesce(sum(points) filter (where as_of = $1), 0) as points
                from point group by metric
            ),
            move as (
                select metric, points / number as points
                from total cross join (select count(*) as number from scored)
            )
            select metric, points from move where abs(points) >= 0.05
            order by abs(points) desc, metric limit 3
            """;

    /** The last date before with scores. */
    static Optional<LocalDate> dateBefore(Connection connection, LocalDate asOf) throws SQLException {
        return Query.list(
                        connection,
                        row -> Optional.ofNullable(row.getObject(1, LocalDate.class)),
                        "select max(as_of) from score.account_health where as_of < ?",
                        asOf)
                .get(0);
    }

    static ScoreShift between(Connection connection, LocalDate before, LocalDate asOf) throws SQLException {
        List<String> changed = Query.list(connection, row -> row.getString(1), CHANGED + " order by 1", before, asOf);
        double stability = Query.first(connection, row -> row.getDouble(1), STABILITY, before, asOf)
                .orElse(0.0);
        return Query.first(
                        connection,
                        row -> new ScoreShift(
                                before,
                                asOf,
                                row.getLong(1),
                                row.getLong(2),
                                row.getDouble(3),
                                row.getDouble(4),
                                row.getDouble(5),
                                stability,
                                row.getDouble(6),
                                row.getDouble(7),
                                changed),
                        FIGURES,
                        before,
                        asOf)
                .orElseThrow();
    }

    /** Of the mean, in points. */
    double move() {
        return Math.round(Math.abs(meanAfter - meanBefore) * 1e6) / 1e6;
    }

    /** Which metrics moved the mean most, in points. */
    Text mainMoves(Connection connection) throws SQLException {
        String moves = String.join(
                ", ",
                Query.list(
                        connection,
                        row -> String.format(Locale.ROOT, "%s %+.1f", row.getString(1), row.getDouble(2)),
                        MOVES,
                        before,
                        asOf));
        return moves.isEmpty() ? Text.same("") : new Text("主な要因: " + moves + "。", "Mostly by: " + moves + ".");
    }
}
