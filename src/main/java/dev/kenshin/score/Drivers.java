package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.problem.Text;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says in words what matters most in a score. Knows the names of everything that the scorecards mention. */
public final class Drivers {
    /** What would be written as 0.0 points is no reason for anything. */
    private static final double SMALLEST = 0.05;

    private final Map<String, Text> names;

    private Drivers(Map<String, Text> names) {
        this.names = names;
    }

    /**
     * Drivers for accounts that these scorecards score; where an account changes from one card to another, its moves
     * speak of both.
     */
    public static Drivers of(Collection<Scorecard> cards) {
        Map<String, Text> names = new HashMap<>();
        names.put(FiredOverride.key(ManualOverride.NAME), ManualOverride.LABEL);
        for (Scorecard card : cards) {
            for (Component component : card.components()) {
                names.putIfAbsent(component.name(), component.label().label());
            }
            if (card.capsLowConfidence()) {
                names.putIfAbsent(FiredOverride.key(LowConfidence.NAME), LowConfidence.LABEL);
            }
            for (OverrideRule rule : card.overrides()) {
                names.putIfAbsent(FiredOverride.key(rule.name()), rule.reason());
            }
        }
        return new Drivers(Map.copyOf(names));
    }

    /** The largest losses, most points first, overrides included; at most {@code limit}, each of 0.05 points or more. */
    public List<Driver> losses(Health health, int limit) {
        return health.contributors()
                .filter(each -> each.contribution() <= -SMALLEST)
                .sorted(Comparator.comparingDouble(Contributor::contribution).thenComparing(Contributor::key))
                .limit(limit)
                .map(each -> new Driver(each.key(), Words.loss(each), each.contribution()))
                .toList();
    }

    /**
     * The largest moves since an earlier snapshot, up or down; at most {@code limit}, each of 0.05 points or more. Empty
     * where one of the two has no score. The exact decomposition is {@link Move#between}.
     */
    public List<Driver> moves(Health now, Contributions before, int limit) {
        return Move.between(now, before).stream()
                .filter(move -> Math.abs(move.points()) >= SMALLEST)
                .sorted()
                .limit(limit)
                .map(move -> new Driver(move.key(), words(move), move.points()))
                .toList();
    }

    private Text words(Move move) {
        return move.now()
                .map(each -> Words.move(each, move.points()))
                .orElseGet(() -> Words.vanished(names.getOrDefault(move.key(), Text.same(move.key())), move.points()));
    }
}
