package dev.kenshin.score;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Points by {@linkplain Contributor#key() contributor}: all that one night needs to remember so that the next can say
 * what moved.
 *
 * @param points sum to health − 100, or between two nights to the change of health; empty where there is no score
 */
public record Contributions(Map<String, Double> points) {

    public static Contributions of(Health health) {
        Map<String, Double> points = new LinkedHashMap<>();
        if (health.health().isPresent()) {
            health.contributors().forEach(each -> points.merge(each.key(), each.contribution(), Double::sum));
        }
        return new Contributions(points);
    }

    /**
     * What moved since {@code before}, also between two scorecards: whoever appeared or vanished counts as 0 on the
     * other side. The moves sum to the change of health. Empty where one of the two has no score.
     */
    public Contributions since(Contributions before) {
        if (points.isEmpty() || before.points.isEmpty()) {
            return new Contributions(Map.of());
        }
        Map<String, Double> moves = new HashMap<>(points);
        before.points.forEach((key, value) -> moves.merge(key, -value, Double::sum));
        return new Contributions(moves);
    }

    public double total() {
        return points.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
