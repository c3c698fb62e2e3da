package dev.kenshin.metric;

import dev.kenshin.problem.Text;
import java.util.Optional;
import java.util.Set;

/**
 * A metric that is measured.
 *
 * @param unit {@code count}, {@code ratio}, {@code days} ..., as configured; for people
 * @param tables the model tables whose rows decide its value, directly or through other metrics
 */
public record Metric(
        String name,
        Text label,
        MetricType type,
        Optional<String> unit,
        Optional<Text> description,
        Set<String> tables) {}
