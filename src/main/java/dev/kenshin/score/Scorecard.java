package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.EscalationRule;
import dev.kenshin.config.ScorecardConfig.Level;
import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.config.ScorecardConfig.Scale;
import dev.kenshin.problem.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A scorecard ready to score any number of accounts. Immutable; several threads may use it. */
public final class Scorecard {
    private final ScorecardConfig config;
    private final List<ComponentRule> rules;
    private final Tree tree;
    private final List<Component> components;
    private final Levels levels;
    private final String hash;

    private Scorecard(ScorecardConfig config, Planting.Planted planted) {
        this.config = config;
        this.rules = planted.rules();
        this.tree = planted.tree();
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
        return new Scorecard(config, Planting.of(config, labels));
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

    Levels levels() {
        return levels;
    }

    /** How a component is scored, by its place among {@link #components()}. */
    Scale scale(int component) {
        return config.placed().get(component).component().scale();
    }

    /**
     * From which age of its data on, in days, a component no longer counts as it was measured.
     *
     * @param component its place among {@link #components()}
     */
    public OptionalInt tooOldFromDays(int component) {
        ScorecardConfig.Component config = this.config.placed().get(component).component();
        return IntStream.concat(
                        config.staleAfterDays().stream().map(days -> days + 1),
                        config.decay().stream().mapToInt(ScorecardConfig.Decay::toDays))
                .min();
    }

    /** What raises the risk level. */
    public List<EscalationRule> escalations() {
        return config.escalations();
    }

    /** Whether a level depends on the snapshot before. */
    public boolean remembersLevels() {
        return config.levelChange().isPresent();
    }

    /** The names of the levels, the worst first. */
    public List<String> levelNames() {
        return config.levels().stream().map(Level::name).toList();
    }

    public boolean hasLevel(String name) {
        return levels.has(name);
    }

    /** Whether a low confidence caps the health. */
    public boolean capsLowConfidence() {
        return !config.confidenceCaps().isEmpty();
    }

    /**
     * Health of one account.
     *
     * @throws IllegalArgumentException if the reading is not in the shape of this card
     */
    public Health score(Reading reading) {
        Weighing weighing = Weighing.of(rules, reading.measurements());
        double[] effective = tree.effectiveWeights(weighing.scores());
        boolean anythingCounts = effective[effective.length - 1] > 0;
        return anythingCounts && weighing.coverage() >= config.minimumCoverage() - Levels.TOLERANCE
                ? known(reading, weighing, weighing.scores(effective))
                : unknown(reading, weighing, weighing.scores(new double[rules.size()]));
    }

    /**
     * Where the account stands.
     *
     * @param computed what {@link #score} said
     * @param manual what a person has decided, if anything; its level is one of the card's
     * @param before what the snapshot before left, if this card scored the account then
     * @param firing the names of the escalations whose condition is true
     */
    public Assessment assessment(
            Health computed, Optional<ManualOverride> manual, Optional<LevelMemory> before, Set<String> firing) {
        LevelReading reading = new Hysteresis(levels, config.levelChange()).read(computed, before);
        Health health = manual.map(each -> each.over(computed, levels)).orElse(computed);
        String level = manual.map(each -> each.level().orElse(health.level())).orElse(reading.level());
        Risk risk = new Risk(levels, config.escalations());
        List<Escalation> escalations = risk.escalations(level, firing);
        return new Assessment(
                health,
                level,
                reading.byHealth(),
                reading.readings(),
                reading.held(),
                computed.health(),
                reading.level(),
                manual,
                risk.of(level, escalations),
                escalations);
    }

    private static Health unknown(Reading reading, Weighing weighing, List<ComponentScore> scores) {
        return new Health(
                reading.accountId(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Health.UNKNOWN,
                weighing.coverage(),
                weighing.confidence(),
                scores,
                List.of());
    }

    private Health known(Reading reading, Weighing weighing, List<ComponentScore> scores) {
        double before = sum(scores);
        List<FiredOverride> fired = fire(reading.overrides(), weighing.confidence(), before);
        double health = fired.isEmpty() ? before : fired.get(fired.size() - 1).after();
        return new Health(
                reading.accountId(),
                OptionalDouble.of(health),
                OptionalDouble.of(before),
                levels.of(health),
                weighing.coverage(),
                weighing.confidence(),
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

    private List<FiredOverride> fire(Set<String> conditions, double confidence, double before) {
        if (conditions.isEmpty() && config.confidenceCaps().isEmpty()) {
            return List.of();
        }
        List<FiredOverride> fired = new ArrayList<>();
        LowConfidence.fire(config.confidenceCaps(), confidence, before).ifPresent(fired::add);
        double health = fired.isEmpty() ? before : fired.get(0).after();
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
