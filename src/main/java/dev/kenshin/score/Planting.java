package dev.kenshin.score;

import dev.kenshin.config.PlacedComponent;
import dev.kenshin.config.Reference;
import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.Combine;
import dev.kenshin.config.ScorecardConfig.Group;
import dev.kenshin.problem.Text;
import dev.kenshin.score.Junction.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Makes the rules and the tree of a scorecard. Relative weights become shares of the whole card. An average within an
 * average is dissolved into it: what is left of the weights is scaled up over all components between which averages are
 * taken, and not group by group.
 */
final class Planting {
    private final Function<String, MetricLabel> labels;
    private final List<PlacedComponent> components;
    private final List<ComponentRule> rules = new ArrayList<>();
    private final List<Junction> junctions = new ArrayList<>();

    private Planting(List<PlacedComponent> components, Function<String, MetricLabel> labels) {
        this.labels = labels;
        this.components = components;
    }

    /** What a scorecard is made of; the rules are in the order of the card. */
    record Planted(List<ComponentRule> rules, Tree tree) {}

    static Planted of(ScorecardConfig card, Function<String, MetricLabel> labels) {
        Planting planting = new Planting(card.placed(), labels);
        planting.junction(
                new Group(card.name(), card.label(), 1, card.combine(), List.of(), card.groups(), card.at()), 1);
        return new Planted(
                List.copyOf(planting.rules), new Tree(planting.rules.size(), List.copyOf(planting.junctions)));
    }

    /**
     * Adds the junction at which a group's parts meet, those of its groups before it.
     *
     * @param share of the whole card, 0–1
     * @return where its score is found
     */
    private int junction(Group group, double share) {
        List<Part> parts = new ArrayList<>();
        add(group, share, parts);
        junctions.add(new Junction(
                group.combine(),
                parts.stream().filter(part -> part.weight() > 0).toList()));
        return components.size() + junctions.size() - 1;
    }

    private void add(Group group, double share, List<Part> parts) {
        double all = weights(group);
        for (ScorecardConfig.Component component : group.components()) {
            double part = share * component.weight() / all;
            parts.add(new Part(rules.size(), part));
            rules.add(rule(components.get(rules.size()), part));
        }
        for (Group child : group.groups()) {
            double part = share * child.weight() / all;
            if (group.combine() == Combine.AVERAGE && child.combine() == Combine.AVERAGE) {
                add(child, part, parts);
            } else {
                parts.add(new Part(junction(child, part), part));
            }
        }
    }

    private static double weights(Group group) {
        double sum = group.components().stream()
                        .mapToDouble(ScorecardConfig.Component::weight)
                        .sum()
                + group.groups().stream().mapToDouble(Group::weight).sum();
        if (sum > 0) {
            return sum;
        }
        throw new IllegalArgumentException("the weights of '" + group.name() + "' sum to " + sum);
    }

    private ComponentRule rule(PlacedComponent placed, double share) {
        ScorecardConfig.Component config = placed.component();
        Component component = new Component(
                config.name(),
                config.metric().name(),
                config.per().map(Reference::name),
                label(config),
                placed.group(),
                placed.groupLabel(),
                share);
        return new ComponentRule(
                component,
                ScoreFunction.of(config.scale()),
                config.missing(),
                config.staleAfterDays(),
                Fading.of(config.decay()));
    }

    private MetricLabel label(ScorecardConfig.Component config) {
        MetricLabel metric = labels.apply(config.metric().name());
        Text own = config.per()
                .map(per -> rate(metric.label(), labels.apply(per.name()).label()))
                .orElse(metric.label());
        return new MetricLabel(config.label().orElse(own), metric.unit());
    }

    private static Text rate(Text metric, Text per) {
        return new Text(metric.ja() + " ÷ " + per.ja(), metric.en() + " ÷ " + per.en());
    }
}
