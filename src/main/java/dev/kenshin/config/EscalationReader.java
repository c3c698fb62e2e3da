package dev.kenshin.config;

import dev.kenshin.config.ScorecardConfig.EscalationRule;
import dev.kenshin.config.ScorecardConfig.LevelChange;
import dev.kenshin.config.ScorecardConfig.Raise;
import dev.kenshin.problem.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a scorecard says of levels beside the health: when they change, and what raises the risk. */
final class EscalationReader {
    private static final double READINGS = 2;

    private EscalationReader() {}

    static Optional<LevelChange> levelChange(Section scorecard) {
        if (!scorecard.has("level-change")) {
            return Optional.empty();
        }
        Section change = scorecard.section("level-change");
        int readings = (int) change.number("readings").orElse(READINGS);
        return Optional.of(new LevelChange(readings, change.number("margin")));
    }

    static List<EscalationRule> escalations(Section scorecard) {
        Section escalations = scorecard.section("escalations");
        List<EscalationRule> read = new ArrayList<>();
        scorecard.sections("escalations").forEach((name, rule) -> read.add(rule(name, rule, escalations.keyAt(name))));
        return read;
    }

    private static EscalationRule rule(String name, Section rule, Location at) {
        Raise raise = rule.has("raise-to")
                ? new Raise.To(rule.reference("raise-to"))
                : new Raise.By((int) rule.number("by").orElse(1));
        return new EscalationRule(name, rule.sql("when"), raise, rule.label("reason", name), at);
    }
}
