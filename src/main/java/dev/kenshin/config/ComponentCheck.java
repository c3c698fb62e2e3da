package dev.kenshin.config;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.util.OptionalInt;

/** Checks that a component's scale ascends, and that its score can fade before it is stale. */
record ComponentCheck(Problems problems) {

    void check(Section component) {
        checkAscending(component, "curve");
        checkAscending(component, "bands");
        checkDecay(component);
    }

    private void checkDecay(Section component) {
        Section decay = component.section("decay");
        OptionalInt from = decay.days("from");
        if (from.isPresent()) {
            checkLater(decay, "to", from.getAsInt());
            checkLater(component, "stale-after", from.getAsInt());
        }
    }

    private void checkLater(Section section, String key, int from) {
        OptionalInt days = section.days(key);
        if (days.isPresent() && days.getAsInt() <= from) {
            problems.error(
                    "KEN-C40",
                    section.at(key),
                    new Text(
                            "「" + key + "」が decay の「from」より後ではありません。",
                            "'" + key + "' is not later than the 'from' of decay."),
                    new Text("「from」(" + from + "d)より長くしてください。", "Make it longer than 'from' (" + from + "d)."));
        }
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
