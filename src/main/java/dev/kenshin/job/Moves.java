package dev.kenshin.job;

import dev.kenshin.job.Explanation.Move;
import dev.kenshin.job.Explanation.Score;
import dev.kenshin.problem.Text;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What moved between two scores, also of two scorecards: whoever appeared or vanished counts as 0 on the other side. */
final class Moves {
    private static final Comparator<Move> LARGEST_FIRST =
            Comparator.comparingDouble((Move move) -> -Math.abs(move.points())).thenComparing(Move::key);

    private Moves() {}

    /** The moves sum to the change of health; none where one of the two has no health. */
    static List<Move> between(Score now, Optional<Score> earlier) {
        if (now.health().isEmpty() || earlier.flatMap(Moves::known).isEmpty()) {
            return List.of();
        }
        Map<String, Double> before = points(earlier.get());
        Map<String, Double> after = points(now);
        Map<String, Text> labels = labels(earlier.get());
        labels.putAll(labels(now));
        Set<String> keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        return keys.stream()
                .map(key -> new Move(
                        key,
                        labels.getOrDefault(key, Text.same(key)),
                        after.getOrDefault(key, 0.0) - before.getOrDefault(key, 0.0)))
                .sorted(LARGEST_FIRST)
                .toList();
    }

    private static Optional<Score> known(Score score) {
        return score.health().isPresent() ? Optional.of(score) : Optional.empty();
    }

    private static Map<String, Double> points(Score score) {
        Map<String, Double> points = new LinkedHashMap<>();
        score.components().forEach(each -> points.merge(each.metric(), each.contribution(), Double::sum));
        score.overrides().forEach(each -> points.merge(each.key(), each.contribution(), Double::sum));
        return points;
    }

    private static Map<String, Text> labels(Score score) {
        Map<String, Text> labels = new LinkedHashMap<>();
        score.components().forEach(each -> labels.put(each.metric(), each.label()));
        score.overrides().forEach(each -> labels.put(each.key(), each.reason()));
        return labels;
    }
}
