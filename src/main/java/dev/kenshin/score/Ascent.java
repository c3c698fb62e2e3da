package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig.Level;
import dev.kenshin.config.ScorecardConfig.OverrideRule.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What would bring an account to the next level: the overrides that hold it down, and single components that would then
 * be enough, each with everything else as it is. Every answer has been scored.
 *
 * @param level the next one
 * @param from the lowest health that belongs to it
 * @param inTheWay rules that hold the health below that, whatever the components are; raises count as if they were gone
 * @param raises at most three, those first whose own score has the least way to go; empty where nothing but {@code
 *     inTheWay} is missing, and where no single component is enough
 * @param best where none is enough, the one that would bring most
 */
public record Ascent(
        String level, double from, List<FiredOverride> inTheWay, List<Raise> raises, Optional<Raise> best) {
    private static final int MOST = 3;

    /** Empty where there is no health, or no higher level. */
    public static Optional<Ascent> of(Scorecard card, Reading reading) {
        Health health = card.score(reading);
        Optional<Level> next = health.health().isPresent()
                ? card.levels().above(health.health().getAsDouble())
                : Optional.empty();
        return next.map(level -> of(level, health, new Climb(card, reading, health, level.from())));
    }

    private static Ascent of(Level level, Health health, Climb climb) {
        List<Raise> raises = climb.isEnough(health) ? List.of() : climb.raises();
        Optional<Raise> best = climb.isEnough(health) || !raises.isEmpty() ? Optional.empty() : climb.best();
        return new Ascent(
                level.name(),
                level.from(),
                climb.inTheWay(),
                raises.stream()
                        .sorted(Comparator.comparingDouble(Raise::cost).thenComparing(Raise::key))
                        .limit(MOST)
                        .toList(),
                best);
    }

    /** Whether nothing but the overrides is in the way. */
    public boolean onlyOverrides() {
        return raises.isEmpty() && best.isEmpty() && !inTheWay.isEmpty();
    }

    /** The search for what is enough. */
    private record Climb(Scorecard card, Reading reading, Health now, double from) {

        /** Unless even 100 points pass all of them. */
        List<FiredOverride> inTheWay() {
            return overruled(100, now.overrides()) >= from - Levels.TOLERANCE
                    ? List.of()
                    : now.overrides().stream().filter(this::holdsDown).toList();
        }

        private boolean holdsDown(FiredOverride fired) {
            return fired.effect() != Effect.FLOOR && fired.limit() < from - Levels.TOLERANCE;
        }

        private static double overruled(double health, List<FiredOverride> overrides) {
            double overruled = health;
            for (FiredOverride fired : overrides) {
                overruled = fired.on(overruled);
            }
            return overruled;
        }

        /** The health without what is in the way. */
        private double lifted(Health health) {
            boolean held = !inTheWay().isEmpty();
            return overruled(
                    health.beforeOverrides().orElse(0),
                    health.overrides().stream()
                            .filter(fired -> !held || !holdsDown(fired))
                            .toList());
        }

        boolean isEnough(Health health) {
            return lifted(health) >= from - Levels.TOLERANCE;
        }

        List<Raise> raises() {
            List<Raise> raises = new ArrayList<>();
            for (int i = 0; i < now.components().size(); i++) {
                cheapest(i).ifPresent(raises::add);
            }
            return raises;
        }

        private Optional<Raise> cheapest(int component) {
            Optional<Aims> aims = aims(component);
            return aims.stream()
                    .flatMap(each -> each.directions().stream())
                    .flatMap(direction -> aims.get().nearest(direction, aim -> isEnough(with(component, aim))).stream())
                    .map(aim -> raise(component, aim))
                    .min(Comparator.comparingDouble(Raise::cost));
        }

        Optional<Raise> best() {
            List<Raise> all = new ArrayList<>();
            for (int i = 0; i < now.components().size(); i++) {
                int component = i;
                aims(component).stream()
                        .flatMap(aims -> aims.directions().stream())
                        .flatMap(List::stream)
                        .map(aim -> raise(component, aim))
                        .forEach(all::add);
            }
            double here = lifted(now);
            return all.stream()
                    .filter(raise -> raise.health() > here + Levels.TOLERANCE)
                    .max(Comparator.comparingDouble(Raise::health)
                            .thenComparing(
                                    Comparator.comparingDouble(Raise::cost).reversed())
                            .thenComparing(Raise::key));
        }

        /** What is not known now cannot be improved, and what has no weight need not. */
        private Optional<Aims> aims(int component) {
            ComponentScore score = now.components().get(component);
            if (!score.status().covered() || score.component().weight() == 0) {
                return Optional.empty();
            }
            String unit = score.component().label().unit().orElse("");
            boolean whole = unit.equals("days") || unit.equals("count") || unit.equals("yen") || unit.equals("flag");
            return Optional.of(new Aims(
                    card.scale(component),
                    reading.measurements().get(component),
                    whole && !(score.value() instanceof Value.Rate),
                    unit.equals("ratio")));
        }

        private Health with(int component, Aim aim) {
            List<Measurement> measurements = new ArrayList<>(reading.measurements());
            measurements.set(component, aim.measurement());
            return card.score(new Reading(reading.accountId(), measurements, reading.overrides()));
        }

        private Raise raise(int component, Aim aim) {
            Health then = with(component, aim);
            return RaiseWords.raise(
                    now.components().get(component), then.components().get(component), aim, lifted(then));
        }
    }
}
