package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.Group;
import java.util.List;
import java.util.function.Function;

/** Relative weights of groups and of components within them become shares of the whole card. */
final class Weights {
    private Weights() {}

    static List<ComponentRule> apply(List<Group> groups, Function<String, MetricLabel> labels) {
        double all = positive(groups.stream().mapToDouble(Group::weight).sum(), "groups");
        return groups.stream()
                .flatMap(group -> rules(group, group.weight() / all, labels).stream())
                .toList();
    }

    private static List<ComponentRule> rules(Group group, double share, Function<String, MetricLabel> labels) {
        double all = positive(
                group.components().stream()
                        .mapToDouble(ScorecardConfig.Component::weight)
                        .sum(),
                group.name());
        return group.components().stream()
                .map(component -> rule(group, component, share * component.weight() / all, labels))
                .toList();
    }

    private static ComponentRule rule(
            Group group, ScorecardConfig.Component config, double weight, Function<String, MetricLabel> labels) {
        String metric = config.metric().name();
        MetricLabel label = labels.apply(metric);
        MetricLabel called = new MetricLabel(config.label().orElse(label.label()), label.unit());
        return new ComponentRule(
                new Component(metric, called, group.name(), group.label(), weight),
                ScoreFunction.of(config.scale()),
                config.missing(),
                config.staleAfterDays());
    }

    private static double positive(double sum, String of) {
        if (sum > 0) {
            return sum;
        }
        throw new IllegalArgumentException("the weights of " + of + " sum to " + sum);
    }
}
