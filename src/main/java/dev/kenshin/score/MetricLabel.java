package dev.kenshin.score;

import dev.kenshin.problem.Text;
import java.util.Optional;

/**
 * How people call a metric.
 *
 * @param unit decides how values are written: {@code ratio} as a percentage, {@code flag} as yes or no, {@code hours}, {@code days} and
 *     {@code yen} with their name, anything else as the bare number
 */
public record MetricLabel(Text label, Optional<String> unit) {}
