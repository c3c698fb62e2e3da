package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig.Component;
import dev.kenshin.config.ScorecardConfig.Group;
import dev.kenshin.config.ScorecardConfig.Missing;
import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.config.ScorecardConfig.OverrideRule.Effect;
import dev.kenshin.config.ScorecardConfig.Scale;
import dev.kenshin.score.Measurement.LastKnown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** Scorecards and readings of every shape, the same ones for the same seed. */
final class RandomAccounts {
    private static final List<Effect> EFFECTS = List.of(Effect.values());

    private final Random random;

    RandomAccounts(long seed) {
        this.random = new Random(seed);
    }

    /** One to four groups of one to six components; two cards share most of their metrics and overrides. */
    Scorecard card() {
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g <= random.nextInt(4); g++) {
            List<Component> components = new ArrayList<>();
            for (int c = 0; c <= random.nextInt(6); c++) {
                components.add(component("metric_" + g + "_" + c));
            }
            groups.add(Cards.group("group_" + g, 0.1 + random.nextDouble(), components.toArray(Component[]::new)));
        }
        return Cards.card(random.nextDouble() * 0.6, overrides(), groups.toArray(Group[]::new));
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
        OptionalInt stale = random.nextBoolean() ? OptionalInt.of(random.nextInt(10)) : OptionalInt.empty();
        return Cards.component(metric, 0.1 + random.nextDouble(), scale(), missing(), stale);
    }

    private Scale scale() {
        double middle = random.nextDouble() * 100;
        return switch (random.nextInt(4)) {
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

    private Measurement measurement() {
        Optional<LastKnown> last = random.nextBoolean()
                ? Optional.of(new LastKnown(random.nextDouble() * 100, random.nextInt(30)))
                : Optional.empty();
        return new Measurement(value(), OptionalInt.of(random.nextInt(12)), last);
    }

    private Value value() {
        return switch (random.nextInt(8)) {
            case 0 -> Value.UNKNOWN;
            case 1 -> Value.of("poor");
            case 2 -> Value.of("good");
            default -> Value.of(random.nextDouble() * 1.4 - 0.2);
        };
    }
}
