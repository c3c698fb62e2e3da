package dev.kenshin.job;

import java.sql.SQLException;
import org.springframework.batch.core.step.Step;

/** Keeps who moved most, and has the run's report tell of the first few. */
final class MoverStep {
    private static final String NAME = "movers";

    private final Night night;

    MoverStep(Night night) {
        this.night = night;
    }

    Step step(Steps steps) {
        return steps.once(NAME, this::keep);
    }

    private void keep() throws SQLException {
        Movers movers = new Movers(night.inTransaction(), night.plan().configuration(), night.asOf());
        night.log().highlights(movers.keep());
    }
}
