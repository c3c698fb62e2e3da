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
 * @param combine how the groups become one score
 * @param minimumCoverage share of the weight (0–1) that must have data; below it there is no score
 * @param confidenceCaps what a health may be at most that little is certain of, in descending order of confidence
 * @param levels in ascending order of the lowest health that belongs to each
 * @param levelChange what it takes for a level to change; absent: a health of the other level
 * @param escalations what raises the risk level beside the health
 */
public record ScorecardConfig(
        String name,
        Text label,
        Optional<Sql> appliesTo,
        Combine combine,
        List<Group> groups,
        List<OverrideRule> overrides,
        double minimumCoverage,
        List<ConfidenceCap> confidenceCaps,
        List<Level> levels,
        Optional<LevelChange> levelChange,
        List<EscalationRule> escalations,
        Location at) {

    /** A card whose levels follow the health, and which escalates nothing. */
    public ScorecardConfig(
            String name,
            Text label,
            Optional<Sql> appliesTo,
            Combine combine,
            List<Group> groups,
            List<OverrideRule> overrides,
            double minimumCoverage,
            List<ConfidenceCap> confidenceCaps,
            List<Level> levels,
            Location at) {
        this(
                name,
                label,
                appliesTo,
                combine,
                groups,
                overrides,
                minimumCoverage,
                confidenceCaps,
                levels,
                Optional.empty(),
                List.of(),
                at);
    }

    /** Every component, the components of a group before its groups; a scorecard's components are in this order. */
    public List<PlacedComponent> placed() {
        return PlacedComponent.in(groups).toList();
    }

    /** The same without their places. */
    public List<Component> components() {
        return placed().stream().map(PlacedComponent::component).toList();
    }

    /** How the parts of a group become one score. */
    public enum Combine {
        /** Weighted. */
        AVERAGE,
        /** The worst part decides. */
        MINIMUM,
        /** The best part decides. */
        MAXIMUM
    }

    /**
     * What belongs together: components, and groups within the group.
     *
     * @param weight relative to the other parts of the same parent
     */
    public record Group(
            String name,
            Text label,
            double weight,
            Combine combine,
            List<Component> components,
            List<Group> groups,
            Location at) {}

    /**
     * A metric that counts towards health.
     *
     * @param name the metric's own, unless the card knows the metric by several names; each is there once in a card
     * @param per the metric that the value is divided by, such as seats
     * @param weight relative to the other parts of the group
     * @param staleAfterDays data older than this counts as missing
     * @param decay how the score fades before that
     */
    public record Component(
            String name,
            Reference metric,
            Optional<Reference> per,
            Optional<Text> label,
            double weight,
            Scale scale,
            Missing missing,
            OptionalInt staleAfterDays,
            Optional<Decay> decay,
            Location at) {}

    /**
     * How a score fades while its data age: as scored up to {@code fromDays}, from there in a straight line to the target,
     * which it reaches at {@code toDays}.
     */
    public record Decay(int fromDays, int toDays, Target towards) {
        /** {@code NEUTRAL}: 50; {@code WORST}: 0. */
        public enum Target {
            NEUTRAL,
            WORST
        }
    }

    /** How a metric's value becomes 0–100. */
    public sealed interface Scale {

        /** Linear between knots, clamped at both ends; knots ascend in x. */
        record Curve(List<Knot> knots) implements Scale {}

        /** The score of the last band whose {@code from} is not above the value; below the first band, the first. */
        record Bands(List<Knot> bands) implements Scale {}

        /** A score for each value of a text metric; others get {@code otherwise}, or count as missing. */
        record Values(Map<String, Double> scores, OptionalDouble otherwise) implements Scale {}

        /**
         * The share of the peers that do worse: those accounts of the card that are in the same class.
         *
         * @param within the segment whose classes are meant; absent: all accounts of the card
         * @param atLeast how many accounts with a value a class must have
         */
        record Percentile(Optional<Reference> within, boolean higherIsBetter, int atLeast) implements Scale {}

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

    /** With a confidence (0–1) below {@code below}, health is {@code cap} at most. */
    public record ConfidenceCap(double below, double cap) {}

    /** A risk level and the lowest health that belongs to it. */
    public record Level(String name, double from) {}

    /**
     * A level changes once so many snapshots in a row agree, or at once where health lies far enough beyond the boundary.
     *
     * @param readings 2 or more
     * @param margin in points; absent: no health lies far enough
     */
    public record LevelChange(int readings, OptionalDouble margin) {}

    /** A condition that raises the risk level; the order of rules does not matter. */
    public record EscalationRule(String name, Sql when, Raise raise, Text reason, Location at) {}

    /** How far a rule raises the risk. */
    public sealed interface Raise {
        /** At least to this level. */
        record To(Reference level) implements Raise {}

        /** By so many levels, 1 or more. */
        record By(int levels) implements Raise {}
    }
}
