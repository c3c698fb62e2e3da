package dev.kenshin.score;

import dev.kenshin.problem.Text;
import java.util.Optional;

/**
 * How people call a metric.
 *
 * @param unit decides how values are written: {@code ratio} as a percentage, {@code hours}, {@code days} and
 *     {@code yen} with their name, {@code flag} (0 or 1) as no or yes, anything else as the bare number
 */
public record MetricLabel(Text label, Optional<String> unit) {}
