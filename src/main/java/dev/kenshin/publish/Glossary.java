package dev.kenshin.publish;

import dev.kenshin.config.MetricConfig;
import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.SegmentConfig;
import dev.kenshin.model.Column;
import dev.kenshin.problem.Text;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The words of this company's configuration.
 *
 * @param customVariables of the account, as they were added behind {@code model.account}'s own columns
 */
public record Glossary(
        List<Column> customVariables,
        Collection<SegmentConfig> segments,
        Collection<MetricConfig> metrics,
        Collection<ScorecardConfig> scorecards) {

    Optional<MetricConfig> metric(String name) {
        return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }

    /** What a component is called: by its own label, else by its metric's. */
    Text label(ScorecardConfig.Component component) {
        String name = component.metric().name();
        return component.label().or(() -> metric(name).map(MetricConfig::label)).orElse(Text.same(name));
    }
}
