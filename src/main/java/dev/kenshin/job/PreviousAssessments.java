package dev.kenshin.job;

import dev.kenshin.score.LevelMemory;
import dev.kenshin.score.Scorecard;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the snapshot before left that this one must know: how levels came about, and since when rules have been firing.
 * Snapshots of later dates do not exist for it, so that a date can be computed again at any time.
 */
final class PreviousAssessments {
    /** Asked first, since a date that is known lets the engine pass over all others. */
    private static final String BEFORE = "select max(as_of) from score.account_health where as_of < ?";

    private record Remembered(String scorecard, LevelMemory memory) {}

    private final Map<String, Remembered> levels = new HashMap<>();
    private final Map<String, Map<String, LocalDate>> since = new HashMap<>();

    private PreviousAssessments() {}

    static PreviousAssessments of(Connection connection, Night night) throws SQLException {
        PreviousAssessments before = new PreviousAssessments();
        List<Scorecard> cards = night.plan().scorecards();
        Optional<LocalDate> date = Query.list(
                        connection, row -> Optional.ofNullable(row.getObject(1, LocalDate.class)), BEFORE, night.asOf())
                .get(0);
        if (date.isEmpty()) {
            return before;
        }
        if (cards.stream().anyMatch(Scorecard::remembersLevels)) {
            before.readLevels(connection, date.get());
        }
        if (cards.stream().anyMatch(card -> !card.escalations().isEmpty())) {
            before.readEscalations(connection, date.get());
        }
        return before;
    }

    /** Snapshots of earlier releases only say the level. */
    private void readLevels(Connection connection, LocalDate date) throws SQLException {
        Query.list(
                connection,
                row -> levels.put(
                        row.getString(1),
                        new Remembered(
                                row.getString(2), new LevelMemory(row.getString(3), row.getString(4), row.getInt(5)))),
                "select account_id, scorecard, coalesce(computed_level, level), coalesce(level_by_health, level),"
                        + " coalesce(level_readings, 1) from score.account_health"
                        + " where as_of = ? and scorecard is not null",
                date);
    }

    private void readEscalations(Connection connection, LocalDate date) throws SQLException {
        Query.list(
                connection,
                row -> since.computeIfAbsent(row.getString(1), unseen -> new HashMap<>())
                        .put(row.getString(2), row.getObject(3, LocalDate.class)),
                "select account_id, rule, since from score.escalation where as_of = ?",
                date);
    }

    /** Empty where another card scored the account, or none: what its levels mean may be something else. */
    Optional<LevelMemory> level(String account, Scorecard card) {
        return Optional.ofNullable(levels.get(account))
                .filter(remembered -> remembered.scorecard().equals(card.name()))
                .map(Remembered::memory);
    }

    /** Since when a rule has been firing that fires on the as-of date. */
    LocalDate since(String account, String rule, LocalDate asOf) {
        return since.getOrDefault(account, Map.of()).getOrDefault(rule, asOf);
    }
}
