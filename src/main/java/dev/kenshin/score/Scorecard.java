package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** A scorecard ready to score any number of accounts. Immutable; several threads may use it. */
public final class Scorecard {
    private final ScorecardConfig config;
    private final List<ComponentRule> rules;
    private final List<Component> components;
    private final Levels levels;
    private final String hash;

    private Scorecard(ScorecardConfig config, List<ComponentRule> rules) {
        this.config = config;
        this.rules = rules;
        this.components = rules.stream().map(ComponentRule::component).toList();
        this.levels = new Levels(config.levels());
        this.hash = ScorecardHash.of(config);
    }

    /**
     * Makes a scorecard ready to use.
     *
     * @param labels how people call a metric; asked once for each component
     * @throws IllegalArgumentException if weights do not sum to more than zero, or a scale or the levels are empty: the
     *     configuration was not checked
     */
    public static Scorecard of(ScorecardConfig config, Function<String, MetricLabel> labels) {
        return new Scorecard(config, Weights.apply(config.groups(), labels));
    }

    public String name() {
        return config.name();
    }

    public Text label() {
        return config.label();
    }

    /** The card's version: 12 hexadecimal digits of all that decides a score. */
    public String hash() {
        return hash;
    }

    /** In the order of the card; a {@link Reading} follows it. */
    public List<Component> components() {
        return components;
    }

    /** In the order in which they are applied. */
    public List<OverrideRule> overrides() {
        return config.overrides();
    }

    /**
     * Health of one account.
     *
     * @throws IllegalArgumentException if the reading is not in the shape of this card
     */
    public Health score(Reading reading) {
        Weighing weighing = Weighing.of(rules, reading.measurements());
        boolean enough = weighing.coverage() >= config.minimumCoverage() - Levels.TOLERANCE;
        return enough && weighing.anythingCounts() ? known(reading, weighing) : unknown(reading, weighing);
    }

    private static Health unknown(Reading reading, Weighing weighing) {
        return new Health(
                reading.accountId(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Health.UNKNOWN,
                weighing.coverage(),
                weighing.withoutPoints(),
                List.of());
    }

    private Health known(Reading reading, Weighing weighing) {
        List<ComponentScore> scores = weighing.scores();
        double before = sum(scores);
        List<FiredOverride> fired = fire(reading.overrides(), before);
        double health = fired.isEmpty() ? before : fired.get(fired.size() - 1).after();
        return new Health(
                reading.accountId(),
                OptionalDouble.of(health),
                OptionalDouble.of(before),
                levels.of(health),
                weighing.coverage(),
                scores,
                fired);
    }

    /** Σ weight × score, reached from 100 downwards, so that it is exactly 100 where nothing is lost. */
    private static double sum(List<ComponentScore> scores) {
        double health = 100;
        for (ComponentScore score : scores) {
            health += score.contribution();
        }
        return Math.max(health, 0);
    }

    private List<FiredOverride> fire(Set<String> conditions, double before) {
        if (conditions.isEmpty()) {
            return List.of();
        }
        List<FiredOverride> fired = new ArrayList<>();
        double health = before;
        for (OverrideRule rule : config.overrides()) {
            if (conditions.contains(rule.name())) {
                FiredOverride override = FiredOverride.of(rule, health);
                fired.add(override);
                health = override.after();
            }
        }
        return List.copyOf(fired);
    }
}
