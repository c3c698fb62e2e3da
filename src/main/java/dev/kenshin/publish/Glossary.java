package dev.kenshin.publish;

import dev.kenshin.config.MetricConfig;
import dev.kenshin.config.Reference;
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

    /** What a component is called: by its own label, else by its metric's, and what that is divided by. */
    public Text label(ScorecardConfig.Component component) {
        Text metric = label(component.metric());
        return component
                .label()
                .or(() -> component.per().map(this::label).map(per -> rate(metric, per)))
                .orElse(metric);
    }

    private Text label(Reference metric) {
        return metric(metric.name()).map(MetricConfig::label).orElse(Text.same(metric.name()));
    }

    private static Text rate(Text metric, Text per) {
        return new Text(metric.ja() + " ÷ " + per.ja(), metric.en() + " ÷ " + per.en());
    }
}
