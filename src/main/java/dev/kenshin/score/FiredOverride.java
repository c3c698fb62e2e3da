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
        return new FiredOverride(
                rule.name(),
                rule.effect(),
                rule.value(),
                before,
                after(rule.effect(), rule.value(), before),
                rule.reason());
    }

    /** The reason, and what the rule does: 「競合製品を利用中（上限40点）」. */
    public Text words() {
        return Words.rule(this);
    }

    /** What it would make of another health. */
    double on(double health) {
        return after(effect, limit, health);
    }

    private static double after(Effect effect, double limit, double before) {
        return switch (effect) {
            case CAP -> Math.min(before, limit);
            case FLOOR -> Math.max(before, limit);
            case SET -> limit;
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
