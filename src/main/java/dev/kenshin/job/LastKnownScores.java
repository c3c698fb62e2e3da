package dev.kenshin.job;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.Missing.LastKnown;
import dev.kenshin.score.Measurement;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The last score of each component that may stand in for a missing one; only of components with that policy. */
record LastKnownScores(Map<String, Map<String, Measurement.LastKnown>> byComponent) {

    static LastKnownScores of(Connection connection, Night night) throws SQLException {
        Map<String, Map<String, Measurement.LastKnown>> byComponent = new HashMap<>();
        for (String component : components(night)) {
            Map<String, Measurement.LastKnown> byAccount = new HashMap<>();
            Query.list(
                    connection,
                    row -> byAccount.put(row.getString(1), new Measurement.LastKnown(row.getDouble(2), row.getInt(3))),
                    "select account_id, arg_max(score, as_of), cast(? as date) - max(as_of) from score.health_component"
                            + " where metric = ? and status = 'present' and as_of < cast(? as date) group by account_id",
                    night.asOf().toString(),
                    component,
                    night.asOf().toString());
            byComponent.put(component, byAccount);
        }
        return new LastKnownScores(byComponent);
    }

    Optional<Measurement.LastKnown> of(String account, String component) {
        return Optional.ofNullable(byComponent.getOrDefault(component, Map.of()).get(account));
    }

    private static TreeSet<String> components(Night night) {
        TreeSet<String> components = new TreeSet<>();
        List<ScorecardConfig> cards =
                List.copyOf(night.plan().configuration().scorecards().values());
        cards.stream()
                .flatMap(card -> card.components().stream())
                .filter(component -> component.missing() instanceof LastKnown)
                .forEach(component -> components.add(component.name()));
        return components;
    }
}
