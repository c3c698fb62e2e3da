package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig.Missing;
import java.util.OptionalInt;

/** How one component is scored, and what counts where there is nothing to score. */
record ComponentRule(Component component, ScoreFunction function, Missing missing, OptionalInt staleAfterDays) {
    private static final double NEUTRAL = 50;
    private static final double WORST = 0;

    /**
     * A component's score before weights.
     *
     * @param score 0–100; NaN where the component is excluded
     */
    record Judgement(double score, Status status) {}

    Judgement judge(Measurement measurement) {
        double score = function.score(measurement.value());
        if (Double.isNaN(score)) {
            return substitute(measurement, false);
        }
        return stale(measurement) ? substitute(measurement, true) : new Judgement(score, Status.PRESENT);
    }

    private boolean stale(Measurement measurement) {
        return staleAfterDays.isPresent() && measurement.dataAgeDays().orElse(0) > staleAfterDays.getAsInt();
    }

    private Judgement substitute(Measurement measurement, boolean stale) {
        if (missing instanceof Missing.Neutral) {
            return new Judgement(NEUTRAL, stale ? Status.STALE_NEUTRAL : Status.MISSING_NEUTRAL);
        }
        if (missing instanceof Missing.Worst) {
            return new Judgement(WORST, stale ? Status.STALE_WORST : Status.MISSING_WORST);
        }
        if (missing instanceof Missing.LastKnown policy) {
            return lastKnown(measurement, policy.limitDays(), stale);
        }
        return excluded(stale);
    }

    private static Judgement lastKnown(Measurement measurement, int limitDays, boolean stale) {
        return measurement
                .lastKnown()
                .filter(last -> last.ageDays() <= limitDays)
                .map(last -> new Judgement(last.score(), stale ? Status.STALE_LAST_KNOWN : Status.LAST_KNOWN))
                .orElseGet(() -> excluded(stale));
    }

    private static Judgement excluded(boolean stale) {
        return new Judgement(Double.NaN, stale ? Status.STALE_EXCLUDED : Status.MISSING_EXCLUDED);
    }
}
