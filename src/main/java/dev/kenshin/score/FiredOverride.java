package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig.OverrideRule;
import dev.kenshin.config.ScorecardConfig.OverrideRule.Effect;
import dev.kenshin.problem.Text;

/**
 * An override whose condition was true. It may have changed nothing: a cap above the score, say.
 *
 * @param limit the rule's value, 0–100
 * @param before the health that the rule found
 * @param after the health that it left
 */
public record FiredOverride(String name, Effect effect, double limit, double before, double after, Text reason)
        implements Contributor {
    private static final String KEY = "override:";

    static FiredOverride of(OverrideRule rule, double before) {
        return new FiredOverride(rule.name(), rule.effect(), rule.value(), before, after(rule, before), rule.reason());
    }

    private static double after(OverrideRule rule, double before) {
        return switch (rule.effect()) {
            case CAP -> Math.min(before, rule.value());
            case FLOOR -> Math.max(before, rule.value());
            case SET -> rule.value();
        };
    }

    static String key(String rule) {
        return KEY + rule;
    }

    /** Whether a contributor of that key is an override. */
    static boolean isKey(String key) {
        return key.startsWith(KEY);
    }

    @Override
    public String key() {
        return key(name);
    }

    @Override
    public double contribution() {
        return after - before;
    }
}
