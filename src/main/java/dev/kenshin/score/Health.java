package dev.kenshin.score;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The health of one account on one as-of date, with all that explains it.
 *
 * @param health 0–100, higher is better, unrounded; empty where too little was known and nobody decided
 * @param beforeOverrides the weighted sum alone; empty where too little was known
 * @param level one of the scorecard's, or {@link #UNKNOWN}
 * @param coverage 0–1: the share of the weight that had a known value that is not stale. Scores that stand in for missing
 *     values (neutral, worst, last known) do not count
 * @param confidence 0–1: the same, less what age has taken away; never above coverage
 * @param components in the order of the scorecard
 * @param overrides those whose condition was true, in the order in which they were applied
 */
public record Health(
        String accountId,
        OptionalDouble health,
        OptionalDouble beforeOverrides,
        String level,
        double coverage,
        double confidence,
        List<ComponentScore> components,
        List<FiredOverride> overrides) {

    /** The level of an account without a score. */
    public static final String UNKNOWN = "unknown";

    /** The override that had the last word, if any changed the score. */
    public Optional<FiredOverride> decidingOverride() {
        return overrides.stream()
                .filter(fired -> fired.after() != fired.before())
                .reduce((earlier, later) -> later);
    }

    /** Whether a rule of the card, which states a fact, had the last word. */
    boolean ruled() {
        return decidingOverride()
                .filter(fired -> !fired.name().equals(LowConfidence.NAME))
                .isPresent();
    }

    /** The same with one more override, which comes last. */
    Health with(FiredOverride last, Levels levels) {
        List<FiredOverride> all =
                Stream.concat(overrides.stream(), Stream.of(last)).toList();
        return new Health(
                accountId,
                OptionalDouble.of(last.after()),
                beforeOverrides,
                levels.of(last.after()),
                coverage,
                confidence,
                components,
                all);
    }

    /** Components, then overrides: their contributions sum to health − 100. */
    public Stream<Contributor> contributors() {
        return Stream.concat(components.stream(), overrides.stream());
    }
}
