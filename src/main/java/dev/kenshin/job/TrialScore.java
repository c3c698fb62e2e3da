package dev.kenshin.job;

import dev.kenshin.problem.Text;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The score of one account, as a night keeps it.
 *
 * @param scorecard null where none applied
 * @param health null where too little was known
 * @param coverage 0–1
 * @param drivers the largest losses, in words; {@code moves} the largest changes since the snapshot before
 * @param components in the order of the scorecard, by metric
 * @param overrides those whose condition was true, in their order, by name
 * @param assessment what stands beside health and level, by the column that keeps it
 * @param escalations the names of those whose condition was true, in the order of the alphabet
 */
public record TrialScore(
        @Nullable String scorecard,
        @Nullable Double health,
        @Nullable Double beforeOverrides,
        String level,
        double coverage,
        List<Text> drivers,
        List<Text> moves,
        Map<String, Part> components,
        Map<String, Part> overrides,
        Map<String, @Nullable Object> assessment,
        List<String> escalations) {
    private static final List<String> STANDING = List.of(
            "risk_level", "level_by_health", "computed_level", "manual_author", "manual_reason", "manual_expires_on");
    private static final String OVERRIDE_KEY = "override:";

    /**
     * What one component or override did.
     *
     * @param score of a component, or the health that an override left; null where it does not count
     * @param status {@code present}, {@code missing-neutral} and so on
     */
    public record Part(@Nullable Double score, double contribution, String status) {}

    /** By account. */
    static Map<String, TrialScore> of(Connection connection, LocalDate asOf) throws SQLException {
        Map<String, Map<String, Part>> parts = parts(connection, asOf);
        Map<String, List<String>> escalations = escalations(connection, asOf);
        Map<String, TrialScore> scores = new LinkedHashMap<>();
        Query.list(
                connection,
                row -> scores.put(row.getString("account_id"), read(row, parts, escalations)),
                "select * from score.account_health where as_of = ? order by account_id",
                asOf);
        return scores;
    }

    private static Map<String, Map<String, Part>> parts(Connection connection, LocalDate asOf) throws SQLException {
        Map<String, Map<String, Part>> parts = new LinkedHashMap<>();
        Query.list(
                connection,
                row -> parts.computeIfAbsent(row.getString("account_id"), unseen -> new LinkedHashMap<>())
                        .put(
                                row.getString("metric"),
                                new Part(number(row, "score"), row.getDouble("contribution"), row.getString("status"))),
                "select * from score.health_component where as_of = ? order by account_id, position",
                asOf);
        return parts;
    }

    private static Map<String, List<String>> escalations(Connection connection, LocalDate asOf) throws SQLException {
        Map<String, List<String>> escalations = new LinkedHashMap<>();
        Query.list(
                connection,
                row -> escalations
                        .computeIfAbsent(row.getString(1), unseen -> new ArrayList<>())
                        .add(row.getString(2)),
                "select account_id, rule from score.escalation where as_of = ? order by account_id, rule",
                asOf);
        return escalations;
    }

    private static TrialScore read(
            ResultSet row, Map<String, Map<String, Part>> parts, Map<String, List<String>> escalations)
            throws SQLException {
        Map<String, Part> components = new LinkedHashMap<>();
        Map<String, Part> overrides = new LinkedHashMap<>();
        parts.getOrDefault(row.getString("account_id"), Map.of()).forEach((key, part) -> {
            if (key.startsWith(OVERRIDE_KEY)) {
                overrides.put(key.substring(OVERRIDE_KEY.length()), part);
            } else {
                components.put(key, part);
            }
        });
        return new TrialScore(
                row.getString("scorecard"),
                number(row, "health"),
                number(row, "health_before_overrides"),
                row.getString("level"),
                row.getDouble("coverage"),
                words(row, "driver_"),
                words(row, "move_"),
                components,
                overrides,
                assessment(row),
                escalations.getOrDefault(row.getString("account_id"), List.of()));
    }

    private static Map<String, @Nullable Object> assessment(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> assessment = new LinkedHashMap<>();
        for (String column : STANDING) {
            assessment.put(column, row.getString(column));
        }
        assessment.put("computed_health", number(row, "computed_health"));
        return assessment;
    }

    private static List<Text> words(ResultSet row, String column) throws SQLException {
        List<Text> words = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            String ja = row.getString(column + i + "_ja");
            if (ja != null) {
                words.add(new Text(ja, row.getString(column + i + "_en")));
            }
        }
        return words;
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }
}
