package dev.kenshin.job;

import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.job.Explanation.Component;
import dev.kenshin.job.Explanation.Group;
import dev.kenshin.job.Explanation.Rule;
import dev.kenshin.job.Explanation.Score;
import dev.kenshin.problem.Text;
import dev.kenshin.score.ManualOverride;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads the score of one account back out of one snapshot, and puts words to it. */
final class ScoreReader {
    /** All columns, since a warehouse that no night has opened since the last release lacks those that are new. */
    private static final String HEALTH =
            "select * from score.account_health where as_of = ? and account_id = ? and scorecard is not null";

    private static final String COMPONENTS =
            "select * from score.health_component where as_of = ? and account_id = ? order by position";

    private static final String OVERRIDE_KEY = "override:";

    private final Connection connection;
    private final ScoreWords words;

    ScoreReader(Connection connection, ScoreWords words) {
        this.connection = connection;
        this.words = words;
    }

    /** Empty where the snapshot has no row for the account, or no scorecard applied. */
    Optional<Score> read(LocalDate asOf, String account) throws SQLException {
        Optional<Kept> kept = Query.first(connection, Kept::read, HEALTH, asOf, account);
        return kept.isEmpty() ? Optional.empty() : Optional.of(score(kept.get(), asOf, account));
    }

    /** The account's row of the snapshot. */
    private record Kept(
            String card,
            String hash,
            OptionalDouble health,
            OptionalDouble beforeOverrides,
            String level,
            double coverage,
            OptionalDouble confidence,
            Optional<String> rule,
            Text reason) {

        static Kept read(ResultSet row) throws SQLException {
            Optional<String> rule = Optional.ofNullable(row.getString("override_rule"));
            return new Kept(
                    row.getString("scorecard"),
                    row.getString("scorecard_hash"),
                    number(row, "health"),
                    number(row, "health_before_overrides"),
                    row.getString("level"),
                    row.getDouble("coverage"),
                    later(row, "confidence"),
                    rule,
                    rule.isEmpty()
                            ? Text.same("-")
                            : new Text(row.getString("override_reason_ja"), row.getString("override_reason_en")));
        }
    }

    private Score score(Kept kept, LocalDate asOf, String account) throws SQLException {
        Map<String, List<Component>> groups = new LinkedHashMap<>();
        List<Rule> overrides = new ArrayList<>();
        Query.list(
                connection,
                row -> row.getString("metric").startsWith(OVERRIDE_KEY)
                        ? overrides.add(override(kept, row))
                        : groups.computeIfAbsent(row.getString("component_group"), name -> new ArrayList<>())
                                .add(component(kept, row)),
                COMPONENTS,
                asOf,
                account);
        return new Score(
                kept.card(),
                words.term("scorecard", kept.card()),
                kept.hash(),
                words.changed(kept.card(), kept.hash()),
                kept.health(),
                kept.beforeOverrides(),
                words.level(kept.card(), kept.level()),
                kept.coverage(),
                kept.confidence(),
                words.minimumCoverage(kept.card()),
                groups(kept, groups),
                overrides);
    }

    private List<Group> groups(Kept kept, Map<String, List<Component>> components) {
        return components.entrySet().stream()
                .map(group -> new Group(group.getKey(), words.group(kept.card(), group.getKey()), group.getValue()))
                .toList();
    }

    private Component component(Kept kept, ResultSet row) throws SQLException {
        String metric = row.getString("metric");
        OptionalDouble value = number(row, "value");
        OptionalDouble age = number(row, "data_age_days");
        String status = row.getString("status");
        return new Component(
                metric,
                words.component(kept.card(), metric),
                value,
                later(row, "per_value"),
                Optional.ofNullable(row.getString("text")),
                words.unit(kept.card(), metric),
                words.value(kept.card(), metric, value, later(row, "per_value"), row.getString("text")),
                number(row, "score"),
                row.getDouble("weight"),
                row.getDouble("effective_weight"),
                row.getDouble("contribution"),
                status,
                words.term("status", status),
                age.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) age.getAsDouble()),
                later(row, "freshness"));
    }

    /** The reason as it is configured, or as it was kept for the rule that had the last word. */
    private Rule override(Kept kept, ResultSet row) throws SQLException {
        String name = row.getString("metric").substring(OVERRIDE_KEY.length());
        Optional<OverrideRule> rule = words.rule(kept.card(), name);
        Text reason = kept.rule().filter(name::equals).isPresent() ? kept.reason() : words.reason(kept.card(), name);
        double contribution = row.getDouble("contribution");
        double after = row.getDouble("score");
        Optional<Text> effect =
                name.equals(ManualOverride.NAME) ? Optional.of(ScoreWords.set(after)) : rule.map(ScoreWords::effect);
        return new Rule(name, reason, effect, after - contribution, after, contribution);
    }

    /** A number of a column that older warehouses do not have. */
    private static OptionalDouble later(ResultSet row, String column) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (columns.getColumnName(i).equals(column)) {
                return number(row, column);
            }
        }
        return OptionalDouble.empty();
    }

    private static OptionalDouble number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
