package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.problem.Text;
import dev.kenshin.score.ComponentRule.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** A scorecard ready to score any number of accounts. Immutable; several threads may use it. */
public final class Scorecard {
    /** A total against which every weight is nothing: without a score there are no points to lose. */
    private static final double NOTHING_COUNTS = Double.POSITIVE_INFINITY;

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

    /** Health of one account. */
    public Health score(Reading reading) {
        List<Judgement> judgements = judge(reading.measurements());
        double counted = 0;
        double covered = 0;
        for (int i = 0; i < rules.size(); i++) {
            Status status = judgements.get(i).status();
            double weight = components.get(i).weight();
            counted += status.excluded() ? 0 : weight;
            covered += status == Status.PRESENT ? weight : 0;
        }
        if (counted == 0 || covered < config.minimumCoverage() - Levels.TOLERANCE) {
            return unknown(reading, covered, weigh(reading, judgements, NOTHING_COUNTS));
        }
        return overrule(reading, covered, weigh(reading, judgements, counted));
    }

    private List<Judgement> judge(List<Measurement> measurements) {
        if (measurements.size() != rules.size()) {
            throw new IllegalArgumentException(
                    measurements.size() + " measurements for " + rules.size() + " components of " + name());
        }
        List<Judgement> judgements = new ArrayList<>(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            judgements.add(rules.get(i).judge(measurements.get(i)));
        }
        return judgements;
    }

    /** Weights are relative to {@code counted}, the weight of all components that are not excluded. */
    private List<ComponentScore> weigh(Reading reading, List<Judgement> judgements, double counted) {
        List<ComponentScore> scores = new ArrayList<>(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            scores.add(weigh(
                    components.get(i), reading.measurements().get(i), judgements.get(i), counted));
        }
        return scores;
    }

    private static ComponentScore weigh(
            Component component, Measurement measurement, Judgement judgement, double counted) {
        boolean excluded = judgement.status().excluded();
        double weight = excluded ? 0 : component.weight() / counted;
        double contribution = weight == 0 ? 0 : weight * (judgement.score() - 100);
        return new ComponentScore(
                component,
                measurement.value(),
                excluded ? OptionalDouble.empty() : OptionalDouble.of(judgement.score()),
                weight,
                contribution,
                judgement.status(),
                measurement.dataAgeDays());
    }

    private static Health unknown(Reading reading, double coverage, List<ComponentScore> scores) {
        return new Health(
                reading.accountId(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Health.UNKNOWN,
                coverage,
                scores,
                List.of());
    }

    private Health overrule(Reading reading, double coverage, List<ComponentScore> scores) {
        double before = sum(scores);
        List<FiredOverride> fired = fire(reading.overrides(), before);
        double health = fired.isEmpty() ? before : fired.get(fired.size() - 1).after();
        return new Health(
                reading.accountId(),
                OptionalDouble.of(health),
                OptionalDouble.of(before),
                levels.of(health),
                coverage,
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
