package dev.kenshin.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By how much one contributor moved the health between two snapshots. Changes of weights and of coverage are part of
 * it, since they change what the contributor takes or gives. Sorts largest first, up or down, then by key.
 *
 * @param key the contributor's
 * @param now the contributor as it is now; empty where it vanished
 * @param points what it takes or gives now, less what it took or gave before
 */
public record Move(String key, Optional<Contributor> now, double points) implements Comparable<Move> {

    /**
     * The moves between two snapshots, also of two scorecards: whoever appeared or vanished counts as 0 on the other
     * side. They sum to the change of health. Empty where one of the two has no score.
     */
    public static List<Move> between(Health now, Contributions before) {
        if (now.health().isEmpty() || before.points().isEmpty()) {
            return List.of();
        }
        Map<String, Double> gone = new HashMap<>(before.points());
        List<Move> moves = new ArrayList<>(now.components().size());
        now.contributors().forEach(each -> moves.add(of(each, gone.remove(each.key()))));
        gone.forEach((key, points) -> moves.add(new Move(key, Optional.empty(), -points)));
        return moves;
    }

    private static Move of(Contributor now, @Nullable Double before) {
        double points = now.contribution() - (before == null ? 0 : before);
        return new Move(now.key(), Optional.of(now), points);
    }

    @Override
    public int compareTo(Move other) {
        int bySize = Double.compare(Math.abs(other.points), Math.abs(points));
        return bySize == 0 ? key.compareTo(other.key) : bySize;
    }
}
