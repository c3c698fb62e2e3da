package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The kept snapshots as if one scorecard were the only one: what it scored besides others, and what it scored where it
 * decided. Whoever reads scores on the connection reads these.
 */
final class OneCard {
    private final Connection connection;
    private final String card;

    private OneCard(Connection connection, String card) {
        this.connection = connection;
        this.card = card;
    }

    /**
     * A connection that sees that scorecard alone.
     *
     * @param warehouse {@linkplain Warehouse#beside beside} the one that holds the snapshots
     * @throws NightFailure if the scorecard has scored nobody
     */
    static Connection of(Warehouse warehouse, String card) throws SQLException {
        Connection connection = warehouse.connection();
        new OneCard(connection, card).show();
        return connection;
    }

    private void show() throws SQLException {
        for (String table : tables("memory")) {
            Query.update(connection, "drop table memory.score." + table);
        }
        for (String table : tables("kept")) {
            Query.update(connection, "create view memory.score." + table + " as from kept.score." + table);
        }
        replace("account_health", "select * exclude (kind) from kept.score.scorecard_health", "scorecard");
        if (Query.number(connection, "select count(*) from memory.score.account_health") == 0) {
            throw nothing();
        }
        replace(
                "health_component",
                "select * exclude (scorecard), scorecard as card from kept.score.scorecard_component",
                "card");
        Query.update(connection, "set search_path = 'kept.main,memory.score'");
    }

    /** Homes of earlier releases have only what decided. */
    private void replace(String table, String besides, String column) throws SQLException {
        boolean older = !tables("kept").contains("scorecard_health");
        String decided = column.equals("scorecard")
                ? "from kept.score.account_health"
                : "select component.*, health.scorecard as card from kept.score.health_component component"
                        + " join kept.score.account_health health using (as_of, account_id)";
        String both = older ? decided : "(" + besides + ") union all by name (" + decided + ")";
        String shown = column.equals("card") ? "select * exclude (card) from" : "from";
        Query.update(
                connection,
                "create or replace view memory.score." + table + " as " + shown + " (" + both + ") where " + column
                        + " = " + Quoted.text(card));
    }

    private List<String> tables(String database) throws SQLException {
        return Query.list(
                connection,
                row -> row.getString(1),
                "select table_name from duckdb_tables() where database_name = ? and schema_name = 'score'",
                database);
    }

    private NightFailure nothing() throws SQLException {
        String cards = String.join(
                ", ",
                Query.list(
                        connection,
                        row -> row.getString(1),
                        "select scorecard from kept.score.account_health where scorecard is not null group by 1"
                                + (tables("kept").contains("scorecard_health")
                                        ? " union select scorecard from kept.score.scorecard_health"
                                        : "")
                                + " order by 1"));
        return new NightFailure(
                ExitCode.USAGE,
                List.of(Problem.error(
                        "KEN-J31",
                        new Location.Named(card),
                        new Text("このスコアカードで採点した記録がありません。", "This scorecard has scored nobody."),
                        new Text("記録のあるもの: " + cards + "。", "Those that have: " + cards + "."))));
    }
}
