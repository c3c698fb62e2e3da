package dev.kenshin.score;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why a contributor moved: the parts of its move, which sum to it. With weight w, score s and 0 and 1 for the snapshots
 * before and now, w₁(s₁ − 100) − w₀(s₀ − 100) = w₀(s₁ − s₀) + (w₁ − w₀)(s₁ − 100): first the score moves at the weight it
 * had, then the weight at the score it has.
 *
 * @param value the score is another one, since something else was measured
 * @param status data went missing, became stale, or returned
 * @param weight the same score counts for more or less, since others dropped out or returned, or another part decided
 * @param override a rule fired, ceased to, or took another number of points
 * @param card the scorecard is another one
 */
public record Shift(double value, double status, double weight, double override, double card) {
    public static final Shift NONE = new Shift(0, 0, 0, 0, 0);

    /**
     * The shifts between two snapshots that both have a health; they sum to its change.
     *
     * @param before by {@linkplain Contributor#key() contributor}; {@code now} likewise
     * @param otherCard whether two versions of a card, or two cards, stand on the two sides
     */
    public static Map<String, Shift> between(Map<String, Part> before, Map<String, Part> now, boolean otherCard) {
        Set<String> keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(before.keySet());
        Map<String, Shift> shifts = new LinkedHashMap<>();
        for (String key : keys) {
            shifts.put(
                    key, of(key, Optional.ofNullable(before.get(key)), Optional.ofNullable(now.get(key)), otherCard));
        }
        return shifts;
    }

    /** A rule that does not fire has no standing; a component that the card does not have neither. */
    private static Shift of(String key, Optional<Part> before, Optional<Part> now, boolean otherCard) {
        if (FiredOverride.isKey(key)) {
            return new Shift(0, 0, 0, points(now) - points(before), 0);
        }
        return before.isPresent() && now.isPresent()
                ? between(before.get(), now.get(), otherCard)
                : new Shift(0, 0, 0, 0, points(now) - points(before));
    }

    private static double points(Optional<Part> standing) {
        return standing.map(Part::contribution).orElse(0.0);
    }

    private static Shift between(Part before, Part now, boolean otherCard) {
        if (before.score().isEmpty() || now.score().isEmpty()) {
            return new Shift(0, now.contribution() - before.contribution(), 0, 0, 0);
        }
        double lost = now.score().getAsDouble() - 100;
        double scored = before.effectiveWeight()
                * (now.score().getAsDouble() - before.score().getAsDouble());
        double configured = otherCard ? configured(before, now) : before.effectiveWeight();
        double weight = (now.effectiveWeight() - configured) * lost;
        double card = (configured - before.effectiveWeight()) * lost;
        if (!before.status().equals(now.status())) {
            return new Shift(0, scored, weight, 0, card);
        }
        return otherCard && before.measured().equals(now.measured())
                ? new Shift(0, 0, weight, 0, scored + card)
                : new Shift(scored, 0, weight, 0, card);
    }

    /**
     * The effective weight that the component would have had before with the weight that the card gives it now; never
     * beyond what it has become, so that no part outweighs its whole.
     */
    private static double configured(Part before, Part now) {
        double was = before.effectiveWeight();
        double is = now.effectiveWeight();
        double scaled = before.weight() > 0 ? was * now.weight() / before.weight() : is;
        return Math.max(Math.min(was, is), Math.min(Math.max(was, is), scaled));
    }

    /** The move that these are the parts of. */
    public double points() {
        return value + status + weight + override + card;
    }

    public Shift plus(Shift other) {
        return new Shift(
                value + other.value,
                status + other.status,
                weight + other.weight,
                override + other.override,
                card + other.card);
    }
}
