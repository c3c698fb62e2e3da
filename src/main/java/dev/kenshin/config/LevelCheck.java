package dev.kenshin.config;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Checks that the levels of a scorecard begin at 0 and ascend. */
record LevelCheck(Problems problems) {
    private static final String UNKNOWN = "unknown";

    void check(Section scorecard) {
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
}
