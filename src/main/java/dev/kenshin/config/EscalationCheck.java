package dev.kenshin.config;

import dev.kenshin.config.ScorecardConfig.EscalationRule;
import dev.kenshin.config.ScorecardConfig.Level;
import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.config.ScorecardConfig.Raise;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import java.util.List;

/** Checks that escalations raise to levels that exist, and that no rule goes by the name of what people decide. */
record EscalationCheck(Problems problems) {
    /** The name under which the override of a person stands among those of the rules. */
    private static final String MANUAL = "manual";

    void check(ScorecardConfig card) {
        List<String> levels = card.levels().stream().map(Level::name).toList();
        for (EscalationRule rule : card.escalations()) {
            if (rule.raise() instanceof Raise.To to
                    && !levels.contains(to.level().name())) {
                reportLevel(to.level(), levels);
            }
        }
        card.overrides().stream()
                .filter(rule -> rule.name().equals(MANUAL))
                .map(OverrideRule::at)
                .forEach(this::reportName);
    }

    private void reportLevel(Reference level, List<String> levels) {
        problems.error(
                "KEN-C46",
                level.at(),
                new Text(
                        "レベル「" + level.name() + "」はこのスコアカードにありません。",
                        "The scorecard has no level '" + level.name() + "'."),
                Suggestion.among(level.name(), levels));
    }

    private void reportName(Location at) {
        problems.error(
                "KEN-C47",
                at,
                new Text("「manual」は人が決めた上書きの名前です。", "'manual' is the name of overrides that people set."),
                new Text("規則に別の名前を付けてください。", "Give the rule another name."));
    }
}
