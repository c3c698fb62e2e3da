package dev.kenshin.job;

import dev.kenshin.config.ScorecardConfig.Missing.LastKnown;
import dev.kenshin.score.Measurement;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The last score of each component that may stand in for a missing one; only of components with that policy. */
record LastKnownScores(Map<String, Map<String, Measurement.LastKnown>> byComponent) {

    static LastKnownScores of(Connection connection, Night night) throws SQLException {
        Map<String, Map<String, Measurement.LastKnown>> byComponent = new HashMap<>();
        for (Map.Entry<String, Integer> limit : limits(night).entrySet()) {
            LocalDate first = night.asOf().minusDays(limit.getValue());
            Map<String, Measurement.LastKnown> byAccount = new HashMap<>();
            Query.list(
                    connection,
                    row -> byAccount.put(row.getString(1), new Measurement.LastKnown(row.getDouble(2), row.getInt(3))),
                    "select account_id, arg_max(score, as_of), cast(? as date) - max(as_of) from score.health_component"
                            + " where metric = ? and status = 'present' and as_of >= cast(? as date)"
                            + " and as_of < cast(? as date) group by account_id",
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

    /** For each such component the most days that a score may be old on any scorecard, so that older ones are not read. */
    private static Map<String, Integer> limits(Night night) {
        Map<String, Integer> limits = new TreeMap<>();
        night.plan().configuration().scorecards().values().stream()
                .flatMap(card -> card.components().stream())
                .forEach(component -> {
                    if (component.missing() instanceof LastKnown policy) {
                        limits.merge(component.name(), policy.limitDays(), Math::max);
                    }
                });
        return limits;
    }
}
