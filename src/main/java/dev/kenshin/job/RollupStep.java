package dev.kenshin.job;

import dev.kenshin.problem.Problem;
import dev.kenshin.rollup.Rollup;
import java.sql.SQLException;
import org.springframework.batch.core.step.Step;

/** Sums the scores of the as-of date up, and tells of parents that go in a circle. */
final class RollupStep {
    private static final String NAME = "roll up";

    private final Night night;

    RollupStep(Night night) {
        this.night = night;
    }

    Step step(Steps steps) {
        return steps.once(NAME, this::rollUp);
    }

    /** Rolls up in the transaction at hand. */
    void rollUp() throws SQLException {
        for (Problem circle :
                new Rollup(night.plan().scorecardConfigs()).replace(night.inTransaction(), night.asOf())) {
            night.log().problem(NAME, circle);
        }
    }
}
