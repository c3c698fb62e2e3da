package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig.Decay;
import dev.kenshin.config.ScorecardConfig.Decay.Target;
import dev.kenshin.score.ComponentRule.Judgement;
import java.util.Optional;

/**
 * What age does to a score that is not stale yet.
 *
 * @param fromDays up to here, nothing
 * @param toDays from here on, nothing is left of the score but the target
 * @param target 0–100
 */
record Fading(int fromDays, int toDays, double target, Status faded) {
    private static final Fading NEVER = new Fading(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, Status.PRESENT);

    static Fading of(Optional<Decay> decay) {
        return decay.map(Fading::of).orElse(NEVER);
    }

    private static Fading of(Decay decay) {
        return decay.towards() == Target.WORST
                ? new Fading(decay.fromDays(), decay.toDays(), 0, Status.STALE_WORST)
                : new Fading(decay.fromDays(), decay.toDays(), 50, Status.STALE_NEUTRAL);
    }

    Judgement at(int ageDays, double score) {
        if (ageDays <= fromDays) {
            return new Judgement(score, Status.PRESENT, 1);
        }
        if (ageDays >= toDays) {
            return new Judgement(target, faded);
        }
        double left = (double) (toDays - ageDays) / (toDays - fromDays);
        return new Judgement(target + (score - target) * left, Status.AGEING, left);
    }
}
