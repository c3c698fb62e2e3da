package dev.kenshin.config;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How health is scored for the accounts it applies to: {@code config/scorecards/<name>.yaml}.
 *
 * @param appliesTo over metrics, segments and the account's columns; absent: every account
 * @param minimumCoverage share of the weight (0–1) that must have data; below it there is no score
 * @param levels in ascending order of the lowest health that belongs to each
 */
public record ScorecardConfig(
        String name,
        Text label,
        Optional<Sql> appliesTo,
        List<Group> groups,
        List<OverrideRule> overrides,
        double minimumCoverage,
        List<Level> levels,
        Location at) {

    /** Components that belong together; {@code weight} is relative to the other groups. */
    public record Group(String name, Text label, double weight, List<Component> components, Location at) {}

    /**
     * A metric that counts towards health.
     *
     * @param weight relative to the other components of the group
     * @param staleAfterDays data older than this counts as missing
     */
    public record Component(
            Reference metric,
            Optional<Text> label,
            double weight,
            Scale scale,
            Missing missing,
            OptionalInt staleAfterDays,
            Location at) {}

    /** How a metric's value becomes 0–100. */
    public sealed interface Scale {

        /** Linear between knots, clamped at both ends; knots ascend in x. */
        record Curve(List<Knot> knots) implements Scale {}

        /** The score of the last band whose {@code from} is not above the value; below the first band, the first. */
        record Bands(List<Knot> bands) implements Scale {}

        /** A score for each value of a text metric; others get {@code otherwise}, or count as missing. */
        record Values(Map<String, Double> scores, OptionalDouble otherwise) implements Scale {}

        /** A value and the score that belongs to it. */
        record Knot(double value, double score) {}
    }

    /** What counts where the metric is unknown or stale. */
    public sealed interface Missing {
        /** The weights of the others are scaled up. */
        record Exclude() implements Missing {}

        /** Scores 50. */
        record Neutral() implements Missing {}

        /** Scores 0. */
        record Worst() implements Missing {}

        /** The last known component score, as long as it is no older than {@code limitDays}; then excluded. */
        record LastKnown(int limitDays) implements Missing {}
    }

    /** A rule that overrules the sum. Rules apply in order. */
    public record OverrideRule(String name, Sql when, Effect effect, double value, Text reason, Location at) {
        /** {@code CAP}: at most; {@code FLOOR}: at least; {@code SET}: exactly. */
        public enum Effect {
            CAP,
            FLOOR,
            SET
        }
    }

    /** A risk level and the lowest health that belongs to it. */
    public record Level(String name, double from) {}
}
