package dev.kenshin.job;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.Missing.LastKnown;
import dev.kenshin.score.Measurement;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The last score of each component that may stand in for a missing one; only of components with that policy. */
record LastKnownScores(Map<String, Map<String, Measurement.LastKnown>> byComponent) {

    /** Of whatever card decided an account's health then, so that a change of cards forgets nothing. */
    static LastKnownScores of(Connection connection, Night night) throws SQLException {
        return read(
                connection,
                night,
                limits(night.plan().configuration().scorecards().values()),
                "score.health_component where metric = ?");
    }

    /** Of a scorecard that scores besides: what it scored itself. */
    static LastKnownScores ofFurther(Connection connection, Night night, String card) throws SQLException {
        Optional<ScorecardConfig> config =
                Optional.ofNullable(night.plan().configuration().scorecards().get(card));
        return read(
                connection,
                night,
                limits(config.stream().toList()),
                "score.scorecard_component where metric = ? and scorecard = " + Quoted.text(card));
    }

    private static LastKnownScores read(Connection connection, Night night, Map<String, Integer> limits, String kept)
            throws SQLException {
        Map<String, Map<String, Measurement.LastKnown>> byComponent = new HashMap<>();
        for (Map.Entry<String, Integer> limit : limits.entrySet()) {
            LocalDate first = night.asOf().minusDays(limit.getValue());
            Map<String, Measurement.LastKnown> byAccount = new HashMap<>();
            Query.list(
                    connection,
                    row -> byAccount.put(row.getString(1), new Measurement.LastKnown(row.getDouble(2), row.getInt(3))),
                    "select account_id, arg_max(score, as_of), cast(? as date) - max(as_of) from " + kept
                            + " and status = 'present' and as_of >= cast(? as date) and as_of < cast(? as date)"
                            + " group by account_id",
                    night.asOf().toString(),
                    limit.getKey(),
                    first.toString(),
                    night.asOf().toString());
            byComponent.put(limit.getKey(), byAccount);
        }
        return new LastKnownScores(byComponent);
    }

    Optional<Measurement.LastKnown> of(String account, String component) {
        return Optional.ofNullable(byComponent.getOrDefault(component, Map.of()).get(account));
    }

    /** For each such component the most days that a score may be old on any of the cards, so that older ones are not read. */
    private static Map<String, Integer> limits(Collection<ScorecardConfig> cards) {
        Map<String, Integer> limits = new TreeMap<>();
        cards.stream().flatMap(card -> card.components().stream()).forEach(component -> {
            if (component.missing() instanceof LastKnown policy) {
                limits.merge(component.name(), policy.limitDays(), Math::max);
            }
        });
        return limits;
    }
}
