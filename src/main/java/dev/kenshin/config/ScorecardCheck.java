package dev.kenshin.config;

import dev.kenshin.config.ScorecardConfig.Component;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Checks that a scorecard can work: metrics exist, weights weigh, names tell apart, levels and caps are in order. */
record ScorecardCheck(MetricCheck metrics, SegmentNames segments, Problems problems) {
    /** More than anybody can follow, and far less than what would overflow the stack. */
    private static final int DEEPEST = 20;

    void check(ConfigTree file) {
        Section tree = new Section(file.tree());
        ScorecardConfig card = ScorecardReader.read(file);
        card.components().forEach(this::checkReferences);
        checkWeights(tree, "groups");
        new LevelCheck(problems).check(tree);
        new ConfidenceCapCheck(problems).check(tree);
        new EscalationCheck(problems).check(card);
        checkGroups(tree, 1, new HashMap<>());
    }

    private void checkReferences(Component component) {
        metrics.checkMetric(component.metric());
        component.per().ifPresent(metrics::checkMetric);
        if (component.scale() instanceof ScorecardConfig.Scale.Percentile percentile) {
            percentile.within().ifPresent(segments::check);
        }
    }

    private void checkGroups(Section parent, int depth, Map<String, String> named) {
        Section groups = parent.section("groups");
        parent.sections("groups").forEach((name, group) -> {
            if (depth > DEEPEST) {
                reportDepth(groups, name);
            } else {
                checkGroup(group, depth, named);
            }
        });
    }

    private void checkGroup(Section group, int depth, Map<String, String> named) {
        checkWeights(group, "components", "groups");
        Section components = group.section("components");
        group.sections("components").forEach((name, component) -> {
            checkName(components, name, named);
            new ComponentCheck(problems).check(component);
        });
        checkGroups(group, depth + 1, named);
    }

    /** A contribution is known by the component's name, from one night to the next. */
    private void checkName(Section components, String name, Map<String, String> named) {
        String before = named.putIfAbsent(name, components.keyAt(name).toString());
        if (before != null) {
            problems.error(
                    "KEN-C42",
                    components.keyAt(name),
                    new Text(
                            "構成要素「" + name + "」は二つあります(もう一つは " + before + ")。",
                            "The component '" + name + "' is there twice (first at " + before + ")."),
                    new Text(
                            "一方に別の名前を付け、「metric: " + name + "」を加えてください。",
                            "Give one of them another name, and say 'metric: " + name + "' there."));
        }
    }

    private void checkWeights(Section parent, String... keys) {
        for (String key : keys) {
            Collection<Section> parts = parent.sections(key).values();
            if (parts.stream().anyMatch(part -> part.number("weight").orElse(1) != 0)) {
                return;
            }
        }
        for (String key : keys) {
            if (!parent.sections(key).isEmpty()) {
                reportWeights(parent, key);
                return;
            }
        }
    }

    private void reportWeights(Section parent, String key) {
        problems.error(
                "KEN-C24",
                parent.keyAt(key),
                new Text("「" + key + "」の重みがすべて0です。", "All weights under '" + key + "' are 0."),
                new Text("少なくとも一つを0より大きくしてください。", "Make at least one greater than 0."));
    }

    private void reportDepth(Section groups, String name) {
        problems.error(
                "KEN-C43",
                groups.keyAt(name),
                new Text(
                        "グループ「" + name + "」の入れ子が" + DEEPEST + "段を超えています。",
                        "The group '" + name + "' lies more than " + DEEPEST + " levels deep."),
                new Text("グループをまとめてください。", "Merge groups."));
    }
}
