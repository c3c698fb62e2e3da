package dev.kenshin.score;

import dev.kenshin.config.ScorecardConfig.Missing;
import java.util.OptionalInt;

/** How one component is scored, and what counts where there is nothing to score. */
record ComponentRule(
        Component component, ScoreFunction function, Missing missing, OptionalInt staleAfterDays, Fading fading) {
    private static final double NEUTRAL = 50;
    private static final double WORST = 0;

    /**
     * A component's score before weights.
     *
     * @param score 0–100; NaN where the component is excluded
     * @param freshness 0–1: how much of the score stands on what is known
     */
    record Judgement(double score, Status status, double freshness) {

        /** Of a score that stands in for an unknown one. */
        Judgement(double score, Status status) {
            this(score, status, 0);
        }
    }

    Judgement judge(Measurement measurement) {
        double score = function.score(measurement);
        if (Double.isNaN(score)) {
            return substitute(measurement, false);
        }
        if (measurement.lacksData()) {
            return substitute(measurement, true);
        }
        int age = measurement.dataAgeDays().orElse(0);
        return stale(age) ? substitute(measurement, true) : fading.at(age, score);
    }

    private boolean stale(int ageDays) {
        return staleAfterDays.isPresent() && ageDays > staleAfterDays.getAsInt();
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
