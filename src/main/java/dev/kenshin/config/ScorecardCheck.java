package dev.kenshin.config;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Checks that a scorecard can work: metrics exist, weights weigh, levels and knots ascend. */
record ScorecardCheck(MetricCheck metrics, Problems problems) {
    private static final String UNKNOWN = "unknown";

    void check(ConfigTree file) {
        Section tree = new Section(file.tree());
        ScorecardReader.read(file).groups().stream()
                .flatMap(group -> group.components().stream())
                .forEach(component -> metrics.checkMetric(component.metric()));
        checkWeights(tree, "groups");
        checkLevels(tree);
        tree.sections("groups").values().forEach(this::checkGroup);
    }

    private void checkGroup(Section group) {
        checkWeights(group, "components");
        for (Section component : group.sections("components").values()) {
            checkAscending(component, "curve");
            checkAscending(component, "bands");
        }
    }

    private void checkWeights(Section parent, String key) {
        Collection<Section> parts = parent.sections(key).values();
        if (!parts.isEmpty()
                && parts.stream().allMatch(part -> part.number("weight").orElse(1) == 0)) {
            problems.error(
                    "KEN-C24",
                    parent.keyAt(key),
                    new Text("「" + key + "」の重みがすべて0です。", "All weights under '" + key + "' are 0."),
                    new Text("少なくとも一つを0より大きくしてください。", "Make at least one greater than 0."));
        }
    }

    private void checkLevels(Section scorecard) {
        Section levels = scorecard.section("levels");
        List<Map.Entry<String, Yaml>> entries =
                List.copyOf(levels.mapping().entries().entrySet());
        if (entries.isEmpty()) {
            return;
        }
        checkLowest(entries.get(0), levels);
        for (int i = 1; i < entries.size(); i++) {
            checkHigher(entries.get(i - 1), entries.get(i), levels);
        }
        if (levels.has(UNKNOWN)) {
            reportUnknown(levels.keyAt(UNKNOWN));
        }
    }

    private void checkLowest(Map.Entry<String, Yaml> lowest, Section levels) {
        OptionalDouble from = Section.number(lowest.getValue());
        if (from.isPresent() && from.getAsDouble() > 0) {
            problems.error(
                    "KEN-C25",
                    levels.at(lowest.getKey()),
                    new Text(
                            "最初のレベル「" + lowest.getKey() + "」が0から始まっていません。",
                            "The first level '" + lowest.getKey() + "' does not begin at 0."),
                    new Text("最も低いレベルを0にしてください。", "Let the lowest level begin at 0."));
        }
    }

    private void checkHigher(Map.Entry<String, Yaml> lower, Map.Entry<String, Yaml> higher, Section levels) {
        OptionalDouble below = Section.number(lower.getValue());
        OptionalDouble above = Section.number(higher.getValue());
        if (below.isPresent() && above.isPresent() && above.getAsDouble() <= below.getAsDouble()) {
            problems.error(
                    "KEN-C25",
                    levels.at(higher.getKey()),
                    new Text(
                            "レベル「" + higher.getKey() + "」が「" + lower.getKey() + "」より高くありません。",
                            "The level '" + higher.getKey() + "' is not above '" + lower.getKey() + "'."),
                    new Text("低い順に並べてください。", "List the levels in ascending order."));
        }
    }

    private void reportUnknown(Location at) {
        problems.error(
                "KEN-C25",
                at,
                new Text("「unknown」はデータが足りないときのレベルです。", "'unknown' is the level of accounts without enough data."),
                new Text("ほかの名前にしてください。", "Choose another name."));
    }

    private void checkAscending(Section component, String key) {
        Section knots = component.section(key);
        double last = Double.NEGATIVE_INFINITY;
        for (String value : knots.mapping().entries().keySet()) {
            double here = ScaleReader.value(value).orElse(Double.POSITIVE_INFINITY);
            if (here <= last) {
                reportDescending(key, value, knots.keyAt(value));
            }
            last = Double.isInfinite(here) ? last : here;
        }
    }

    private void reportDescending(String key, String value, Location at) {
        problems.error(
                "KEN-C26",
                at,
                new Text(
                        "「" + key + "」の値「" + value + "」が前の値より大きくありません。",
                        "In '" + key + "', the value '" + value + "' is not above the one before."),
                new Text("小さい値から順に書いてください。", "List the values in ascending order."));
    }
}
