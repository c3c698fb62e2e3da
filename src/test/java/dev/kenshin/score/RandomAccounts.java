package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.Combine;
import dev.kenshin.config.ScorecardConfig.Component;
import dev.kenshin.config.ScorecardConfig.ConfidenceCap;
import dev.kenshin.config.ScorecardConfig.Decay;
import dev.kenshin.config.ScorecardConfig.Decay.Target;
import dev.kenshin.config.ScorecardConfig.Group;
import dev.kenshin.config.ScorecardConfig.Missing;
import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.config.ScorecardConfig.OverrideRule.Effect;
import dev.kenshin.config.ScorecardConfig.Scale;
import dev.kenshin.problem.Text;
import dev.kenshin.score.Measurement.LastKnown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Scorecards and readings of every shape, the same ones for the same seed. */
final class RandomAccounts {
    private static final List<Effect> EFFECTS = List.of(Effect.values());

    private final Random random;
    private int named;

    RandomAccounts(long seed) {
        this.random = new Random(seed);
    }

    /** Up to four groups, each up to four levels deep; two cards share most of their metrics and overrides. */
    ScorecardConfig config() {
        return config(() -> component("metric_" + named++));
    }

    /** Trees in which a higher value never makes a component worse; nothing is missing, nothing ages. */
    ScorecardConfig monotoneConfig() {
        return config(() -> Cards.component("metric_" + named++, random.nextInt(5), rising()));
    }

    private ScorecardConfig config(Supplier<Component> components) {
        named = 0;
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g <= random.nextInt(4); g++) {
            groups.add(group("group_" + g, 0, components));
        }
        return new ScorecardConfig(
                "test",
                Text.same("Test"),
                Optional.empty(),
                combine(),
                groups,
                overrides(),
                random.nextDouble() * 0.6,
                random.nextBoolean() ? List.of() : List.of(new ConfidenceCap(0.8, 60), new ConfidenceCap(0.4, 30)),
                Cards.LEVELS,
                Cards.NOWHERE);
    }

    Scorecard card() {
        return Cards.compile(config());
    }

    private Group group(String name, int depth, Supplier<Component> components) {
        List<Component> own = new ArrayList<>(List.of(weighty(components.get())));
        for (int c = 0; c < random.nextInt(4); c++) {
            own.add(components.get());
        }
        List<Group> within = new ArrayList<>();
        for (int g = 0; depth < 4 && g < random.nextInt(3); g++) {
            within.add(group(name + g, depth + 1, components));
        }
        return new Group(name, Text.same(name), 0.1 + random.nextDouble(), combine(), own, within, Cards.NOWHERE);
    }

    /** At least one part of a group has a weight. */
    private static Component weighty(Component component) {
        return component.weight() > 0 ? component : Cards.component(component.name(), 1, component.scale());
    }

    private Combine combine() {
        return random.nextInt(3) > 0 ? Combine.AVERAGE : random.nextBoolean() ? Combine.MINIMUM : Combine.MAXIMUM;
    }

    private List<OverrideRule> overrides() {
        List<OverrideRule> overrides = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            Effect effect = EFFECTS.get(random.nextInt(EFFECTS.size()));
            overrides.add(Cards.override("rule_" + i, effect, random.nextInt(101)));
        }
        return overrides;
    }

    private Component component(String metric) {
        OptionalInt stale = random.nextBoolean() ? OptionalInt.of(4 + random.nextInt(10)) : OptionalInt.empty();
        Optional<Decay> decay = random.nextInt(3) == 0 ? Optional.of(decay()) : Optional.empty();
        double weight = random.nextInt(6) == 0 ? 0 : 0.1 + random.nextDouble();
        return Cards.component(metric, weight, scale(), missing(), stale, decay);
    }

    private Decay decay() {
        int from = random.nextInt(4);
        return new Decay(from, from + 1 + random.nextInt(9), random.nextBoolean() ? Target.NEUTRAL : Target.WORST);
    }

    private Scale rising() {
        double middle = random.nextDouble() * 100;
        return random.nextBoolean() ? Cards.bands(0, 0, 0.5, middle) : Cards.curve(0, middle, 0.3, middle, 1, 100);
    }

    private Scale scale() {
        double middle = random.nextDouble() * 100;
        return switch (random.nextInt(5)) {
            case 4 -> new Scale.Percentile(Optional.empty(), true, 5);
            case 0 -> Cards.bands(0, middle, 0.5, 100);
            case 1 -> Cards.curve(0, 100, 1, middle);
            case 2 -> new Scale.Values(Map.of("good", 100.0, "poor", middle), OptionalDouble.empty());
            default -> Cards.curve(0, 0, 0.3, middle, 1, 100);
        };
    }

    private Missing missing() {
        return switch (random.nextInt(4)) {
            case 0 -> new Missing.Neutral();
            case 1 -> new Missing.Worst();
            case 2 -> new Missing.LastKnown(random.nextInt(20));
            default -> new Missing.Exclude();
        };
    }

    Reading reading(Scorecard card) {
        List<Measurement> measurements =
                card.components().stream().map(component -> measurement()).toList();
        Set<String> overrides = new HashSet<>();
        for (OverrideRule rule : card.overrides()) {
            if (random.nextBoolean()) {
                overrides.add(rule.name());
            }
        }
        return new Reading("C0001", measurements, overrides);
    }

    /** Nothing, a score, or a level. */
    Optional<ManualOverride> manual() {
        int kind = random.nextInt(3);
        OptionalDouble score = kind == 1 ? OptionalDouble.of(random.nextDouble() * 100) : OptionalDouble.empty();
        Optional<String> level = kind == 2 ? Optional.of("high") : Optional.empty();
        LocalDate today = LocalDate.of(2026, 10, 31);
        return kind == 0
                ? Optional.empty()
                : Optional.of(new ManualOverride(score, level, "佐藤", "reason", today, today));
    }

    private Measurement measurement() {
        Optional<LastKnown> last = random.nextBoolean()
                ? Optional.of(new LastKnown(random.nextDouble() * 100, random.nextInt(30)))
                : Optional.empty();
        OptionalDouble rank =
                random.nextInt(4) == 0 ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble() * 100);
        return new Measurement(value(), OptionalInt.of(random.nextInt(12)), rank, last);
    }

    private Value value() {
        return switch (random.nextInt(8)) {
            case 0 -> Value.UNKNOWN;
            case 1 -> Value.of("poor");
            case 2 -> Value.of("good");
            case 3 -> Value.of(random.nextDouble(), random.nextInt(3));
            default -> Value.of(random.nextDouble() * 1.4 - 0.2);
        };
    }
}
