package dev.kenshin.job;

import dev.kenshin.metric.MetricPlan;
import dev.kenshin.score.Scorecard;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts what was measured and scored: every account of the model has a value of every metric and a row of health, every
 * account that a scorecard applies to has its score, and every score all components of its card.
 */
final class ScoredFigures {
    /** What is not a component stands among them under this key. */
    private static final String COMPONENTS = " and not starts_with(metric, 'override:')";

    private final Connection connection;
    private final Night night;
    private final Reconciliation reconciliation;

    ScoredFigures(Connection connection, Night night, Reconciliation reconciliation) {
        this.connection = connection;
        this.night = night;
        this.reconciliation = reconciliation;
    }

    void count() throws SQLException {
        long accounts = Query.number(connection, "select count(distinct account_id) from model.account");
        add(
                "accounts",
                "measured",
                accounts * night.plan().metrics().metrics().size(),
                ofDate("metric.metric_value", ""));
        add("accounts", "scored", accounts, ofDate("score.account_health", ""));
        countDeciding();
        for (FurtherCard further : night.plan().further()) {
            countFurther(further.card());
        }
    }

    private void countDeciding() throws SQLException {
        if (night.plan().scorecards().isEmpty()) {
            return;
        }
        Map<String, Long> meant = byCard("select case "
                + night.plan().scorecards().stream()
                        .map(card -> "when " + applies(card) + " then " + Quoted.text(card.name()))
                        .collect(Collectors.joining(" "))
                + " end, count(*) from metric.reading group by 1");
        Map<String, Long> scored =
                byCard("select scorecard, count(*) from score.account_health where as_of = ? group by 1", night.asOf());
        Map<String, Long> components = byCard(
                "select scorecard, count(*) from score.health_component join (select account_id, scorecard"
                        + " from score.account_health where as_of = ?) using (account_id) where as_of = ?" + COMPONENTS
                        + " group by 1",
                night.asOf(),
                night.asOf());
        for (Scorecard card : night.plan().scorecards()) {
            add(card, meant.getOrDefault(card.name(), 0L), scored.getOrDefault(card.name(), 0L));
            addComponents(card, meant.getOrDefault(card.name(), 0L), components.getOrDefault(card.name(), 0L));
        }
    }

    private void countFurther(Scorecard card) throws SQLException {
        long meant = Query.number(connection, "select count(*) from metric.reading where " + applies(card));
        String ofCard = " and scorecard = " + Quoted.text(card.name());
        add(card, meant, ofDate("score.scorecard_health", ofCard));
        addComponents(card, meant, ofDate("score.scorecard_component", ofCard + COMPONENTS));
    }

    private void add(Scorecard card, long expected, long found) {
        add(card.name(), "scored", expected, found);
    }

    private void addComponents(Scorecard card, long accounts, long found) {
        add(card.name(), "components", accounts * card.components().size(), found);
    }

    private void add(String subject, String name, long expected, long found) {
        reconciliation.add(Reconciliation.SCORE, subject, name, expected, found);
    }

    private long ofDate(String table, String condition) throws SQLException {
        return Query.number(connection, "select count(*) from " + table + " where as_of = ?" + condition, night.asOf());
    }

    /** Accounts without a card are under the empty name. */
    private Map<String, Long> byCard(String sql, Object... values) throws SQLException {
        Map<String, Long> numbers = new HashMap<>();
        Query.list(
                connection,
                row -> numbers.put(row.getString(1) == null ? "" : row.getString(1), row.getLong(2)),
                sql,
                values);
        return numbers;
    }

    private static String applies(Scorecard card) {
        return Quoted.name(MetricPlan.applies(card.name()));
    }
}
