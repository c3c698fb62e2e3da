package dev.kenshin.score;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that one night needs to remember of a health so that the next can say what moved.
 *
 * @param points by {@linkplain Contributor#key() contributor}; sum to health − 100, and are empty where there is no score
 */
public record Contributions(Map<String, Double> points) {

    public static Contributions of(Health health) {
        Map<String, Double> points = new LinkedHashMap<>();
        if (health.health().isPresent()) {
            health.contributors().forEach(each -> points.merge(each.key(), each.contribution(), Double::sum));
        }
        return new Contributions(points);
    }
}
