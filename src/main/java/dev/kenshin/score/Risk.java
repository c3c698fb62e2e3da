package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig.EscalationRule;
import dev.kenshin.config.ScorecardConfig.Raise;
import java.util.List;
import java.util.Set;

/** Raises a level: each rule from the level itself, so that their order does not matter; the worst counts. */
record Risk(Levels levels, List<EscalationRule> rules) {

    /** @param firing names of the rules whose condition is true */
    List<Escalation> escalations(String level, Set<String> firing) {
        return rules.stream()
                .filter(rule -> firing.contains(rule.name()))
                .map(rule -> new Escalation(rule.name(), raised(level, rule.raise()), rule.reason()))
                .toList();
    }

    String of(String level, List<Escalation> escalations) {
        String worst = level;
        for (Escalation escalation : escalations) {
            worst = levels.worse(worst, escalation.raisedTo());
        }
        return worst;
    }

    /** By so many levels cannot be said of a level that is not known. */
    private String raised(String level, Raise raise) {
        return raise instanceof Raise.To to ? to.level().name() : levels.lowered(level, ((Raise.By) raise).levels());
    }
}
