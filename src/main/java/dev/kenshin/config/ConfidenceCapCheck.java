package dev.kenshin.config;

import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.util.OptionalDouble;

/** Checks that the less is certain, the lower is the cap: another one would never be the lowest that applies. */
record ConfidenceCapCheck(Problems problems) {

    void check(Section scorecard) {
        Section caps = scorecard.section("confidence-caps");
        double lastShare = Double.POSITIVE_INFINITY;
        double lastCap = Double.POSITIVE_INFINITY;
        for (String below : caps.mapping().entries().keySet()) {
            OptionalDouble share = Section.shareOf(below);
            OptionalDouble cap = caps.number(below);
            if (share.isEmpty() || cap.isEmpty()) {
                continue; // the schema has said so
            }
            if (share.getAsDouble() >= lastShare || cap.getAsDouble() >= lastCap) {
                report(caps, below);
            }
            lastShare = share.getAsDouble();
            lastCap = cap.getAsDouble();
        }
    }

    private void report(Section caps, String below) {
        problems.error(
                "KEN-C41",
                caps.keyAt(below),
                new Text(
                        "上限「" + below + "」が前のものより低い割合で低い点になっていません。",
                        "The cap '" + below + "' does not lie below the one before, in share and in points."),
                new Text(
                        "割合も点も下がる順に書いてください。例: { 70%: 60, 50%: 40 }",
                        "Let both fall from one to the next, like { 70%: 60, 50%: 40 }."));
    }
}
