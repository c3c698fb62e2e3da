package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig.OverrideRule.Effect;
import dev.kenshin.problem.Text;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a person has decided about an account. It comes after all rules: the human has the last word.
 *
 * @param score the health, 0–100; empty where only the level was decided
 * @param level a level of the scorecard; empty where the health was decided, from which the level follows
 * @param expiresOn the last day on which it counts
 */
public record ManualOverride(
        OptionalDouble score,
        Optional<String> level,
        String author,
        String reason,
        LocalDate setOn,
        LocalDate expiresOn) {
    /** No rule that is configured can be called so. */
    public static final String NAME = "manual";

    /** For where the reason is not at hand. */
    public static final Text LABEL = new Text("手動の上書き", "Manual override");

    /** The health as this person sees it; as it was computed where only the level was decided. */
    Health over(Health computed, Levels levels) {
        return score.isEmpty() ? computed : computed.with(fired(computed, score.getAsDouble()), levels);
    }

    /** Where nothing could be computed, nothing was lost from 100 before. */
    private FiredOverride fired(Health computed, double after) {
        double before = computed.health().orElse(100);
        return new FiredOverride(NAME, Effect.SET, after, before, after, Text.same(reason));
    }
}
