package dev.kenshin.job;

import dev.kenshin.job.Comparison.Figure;
import dev.kenshin.job.Comparison.MeanMove;
import dev.kenshin.job.Comparison.Values;
import dev.kenshin.warehouse.Query;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Compares metrics and components over the accounts of two snapshots. */
final class ComparedFigures {
    private static final String FIGURE = """
            select count(coalesce(value::varchar, text)), avg(value), median(value) from metric.metric_value
            where as_of = ? and metric = ? and account_id in (select unnest(?::varchar[]))
            """;
    private static final String SCORE = """
            select avg(score) from score.health_component
            where as_of = ? and metric = ? and account_id in (select unnest(?::varchar[]))
            """;
    private static final String MOVES = """
            with part as (
                select *, case when as_of = $2 then contribution else -contribution end as points
                from score.health_component join score.account_health using (as_of, account_id)
                where as_of in ($1, $2) and account_id in (select unnest($3::varchar[]))
            )
            select metric, arg_max(scorecard, as_of), fsum(points) from part
            group by metric
            """;

    private final Connection connection;
    private final ScoreWords words;
    private final LocalDate then;
    private final LocalDate now;

    ComparedFigures(Connection connection, ScoreWords words, LocalDate then, LocalDate now) {
        this.connection = connection;
        this.words = words;
        this.then = then;
        this.now = now;
    }

    /** The metrics, which must be known. */
    List<Figure> figures(List<String> metrics, List<String> accounts) throws SQLException {
        List<Figure> figures = new ArrayList<>();
        for (String metric : metrics) {
            figures.add(new Figure(
                    metric,
                    words.metricLabel(metric),
                    words.metricUnit(metric),
                    values(then, metric, accounts),
                    values(now, metric, accounts),
                    score(then, metric, accounts),
                    score(now, metric, accounts)));
        }
        return figures;
    }

    /** Whether either snapshot has it. */
    boolean isMeasured(String metric) throws SQLException {
        return Query.number(
                        connection,
                        "select count(*) from metric.metric_value where as_of in (?, ?) and metric = ?",
                        then,
                        now,
                        metric)
                > 0;
    }

    /** @param common the accounts that have a health at both dates */
    List<MeanMove> moves(List<String> common) throws SQLException {
        List<MeanMove> moves = new ArrayList<>(
                Query.list(connection, row -> move(row, common.size()), MOVES, then, now, array(common)));
        moves.sort((one, other) -> {
            int larger = Double.compare(Math.abs(other.points()), Math.abs(one.points()));
            return larger == 0 ? one.key().compareTo(other.key()) : larger;
        });
        return moves;
    }

    private MeanMove move(ResultSet row, int accounts) throws SQLException {
        String key = row.getString(1);
        return new MeanMove(key, words.contribution(row.getString(2), key), row.getDouble(3) / accounts);
    }

    private Values values(LocalDate date, String metric, List<String> accounts) throws SQLException {
        return Query.first(
                        connection,
                        row -> new Values(row.getLong(1), number(row, 2), number(row, 3)),
                        FIGURE,
                        date,
                        metric,
                        array(accounts))
                .orElseThrow();
    }

    private OptionalDouble score(LocalDate date, String metric, List<String> accounts) throws SQLException {
        return Query.first(connection, row -> number(row, 1), SCORE, date, metric, array(accounts))
                .orElseThrow();
    }

    private Array array(List<String> texts) throws SQLException {
        return connection.createArrayOf("varchar", texts.toArray());
    }

    private static OptionalDouble number(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
