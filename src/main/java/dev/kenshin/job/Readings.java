package dev.kenshin.job;

import dev.kenshin.config.ScorecardConfig.EscalationRule;
import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.metric.MetricPlan;
import dev.kenshin.score.Measurement;
import dev.kenshin.score.Reading;
import dev.kenshin.score.Scorecard;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was measured of each account, one account after the other in the order of their ids. */
final class Readings implements AutoCloseable {
    private final Statement statement;
    private final ResultSet rows;
    private final Night night;
    private final LastKnownScores lastKnown;
    private final Map<String, LastKnownScores> furtherLastKnown = new HashMap<>();
    private final Map<String, List<ComponentColumns>> components = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();

    private Readings(Statement statement, Night night, DataAges ages, LastKnownScores lastKnown) throws SQLException {
        this.statement = statement;
        this.rows = statement.executeQuery("select * from metric.reading order by account_id");
        this.night = night;
        this.lastKnown = lastKnown;
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            columns.put(rows.getMetaData().getColumnName(column), column);
        }
        ComponentColumns.Finder finder =
                new ComponentColumns.Finder(columns, night.plan().metrics(), ages);
        night.plan().scorecards().forEach(card -> components.put(card.name(), finder.of(card)));
        night.plan().further().forEach(further -> components.put(further.card().name(), finder.of(further.card())));
    }

    static Readings open(Connection connection, Night night, DataAges ages) throws SQLException {
        Readings readings =
                new Readings(connection.createStatement(), night, ages, LastKnownScores.of(connection, night));
        for (FurtherCard further : night.plan().further()) {
            String card = further.card().name();
            readings.furtherLastKnown.put(card, LastKnownScores.ofFurther(connection, night, card));
        }
        return readings;
    }

    boolean next() throws SQLException {
        return rows.next();
    }

    String accountId() throws SQLException {
        return rows.getString("account_id");
    }

    /** The first that applies to the account. */
    Optional<Scorecard> scorecard() throws SQLException {
        for (Scorecard card : night.plan().scorecards()) {
            if (applies(card)) {
                return Optional.of(card);
            }
        }
        return Optional.empty();
    }

    /** Whether it applies to the account, whatever others do. */
    boolean applies(Scorecard card) throws SQLException {
        return rows.getBoolean(column(MetricPlan.applies(card.name())));
    }

    Reading reading(Scorecard card) throws SQLException {
        LastKnownScores known = furtherLastKnown.getOrDefault(card.name(), lastKnown);
        List<Measurement> measurements = new ArrayList<>(card.components().size());
        for (ComponentColumns component : components.getOrDefault(card.name(), List.of())) {
            measurements.add(component.read(rows, known.of(accountId(), component.name())));
        }
        Set<String> overrides = new HashSet<>();
        for (OverrideRule rule : card.overrides()) {
            if (rows.getBoolean(column(MetricPlan.override(card.name(), rule.name())))) {
                overrides.add(rule.name());
            }
        }
        return new Reading(accountId(), measurements, overrides);
    }

    /** The names of the card's escalations whose condition is true. */
    Set<String> firing(Scorecard card) throws SQLException {
        Set<String> firing = new HashSet<>();
        for (EscalationRule rule : card.escalations()) {
            if (rows.getBoolean(column(MetricPlan.escalation(card.name(), rule.name())))) {
                firing.add(rule.name());
            }
        }
        return firing;
    }

    private int column(String name) {
        Integer column = columns.get(name);
        if (column == null) {
            throw new IllegalStateException("metric.reading has no column " + name);
        }
        return column;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
