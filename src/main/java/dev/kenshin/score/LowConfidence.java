package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig.ConfidenceCap;
import dev.kenshin.config.ScorecardConfig.OverrideRule.Effect;
import dev.kenshin.problem.Text;
import java.util.List;
import java.util.Optional;

/** The cap on a health of which little is certain. It acts like an override, before those of the card. */
public final class LowConfidence {
    /** No override that is configured can be called so, since their names have no hyphen. */
    public static final String NAME = "low-confidence";

    /** For where the confidence of one account is not at hand. */
    public static final Text LABEL = new Text("データの確からしさが低い", "Confidence is low");

    private LowConfidence() {}

    /** The lowest cap whose confidence is not reached, if any. */
    static Optional<FiredOverride> fire(List<ConfidenceCap> caps, double confidence, double health) {
        Optional<ConfidenceCap> lowest = Optional.empty();
        for (ConfidenceCap cap : caps) {
            if (confidence < cap.below() - Levels.TOLERANCE
                    && lowest.map(other -> cap.cap() < other.cap()).orElse(true)) {
                lowest = Optional.of(cap);
            }
        }
        return lowest.map(cap -> new FiredOverride(
                NAME, Effect.CAP, cap.cap(), health, Math.min(health, cap.cap()), reason(confidence)));
    }

    /** Rounded down, so that what is too low never looks like enough. */
    private static Text reason(double confidence) {
        String percent =
                Figures.of(Math.floor(confidence * 1000 + 1e-6) / 1000, "ratio").en();
        return new Text("データの確からしさが" + percent + "と低い", "Confidence is only " + percent);
    }
}
