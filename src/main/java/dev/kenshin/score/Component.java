package dev.kenshin.score;

import dev.kenshin.problem.Text;
import java.util.Optional;

/**
 * One metric's part in a scorecard.
 *
 * @param name once in the card: the metric's own, unless the card knows it by another
 * @param per the metric that the value was divided by
 * @param label what people call it, and the unit of the metric
 * @param group the path of the groups that hold it, from the top: {@code usage/depth}
 * @param weight share of the whole card, 0–1; the weights of a card sum to 1
 */
public record Component(
        String name,
        String metric,
        Optional<String> per,
        MetricLabel label,
        String group,
        Text groupLabel,
        double weight) {}
