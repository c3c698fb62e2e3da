package dev.kenshin.job;

import dev.kenshin.score.Assessment;
import dev.kenshin.score.Contributions;
import dev.kenshin.score.Drivers;
import dev.kenshin.score.Health;
import dev.kenshin.score.Scorecard;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.batch.core.step.Step;

/**
 * Scores every account by the first scorecard that applies to it and by those that score besides, and keeps health and components as the snapshot of the
 * as-of date, replacing an earlier revision as a whole.
 */
final class ScoreStep {
    private static final String NAME = "score";

    private final Night night;
    private final Drivers drivers;

    ScoreStep(Night night) {
        this.night = night;
        this.drivers = Drivers.of(night.plan().scorecards());
    }

    /** The step in which the scores are judged. */
    static String judging() {
        return NAME;
    }

    Step step(Steps steps) {
        return steps.once(NAME, this::score);
    }

    private void score() throws SQLException {
        score(DataAges.of(night.inTransaction(), night, StreamDates.asLanded(night)));
    }

    void score(DataAges ages) throws SQLException {
        try (Connection reading = night.warehouse().connection()) {
            new OverrideFindings(night, NAME).tellExpired(reading);
            score(NAME, reading, ages);
            new ScoreGate(night).check(NAME);
        }
    }

    /**
     * Scores in the transaction at hand.
     *
     * @param step under whose name accounts are counted
     * @param reading sees what was measured, and the snapshots before
     */
    void score(String step, Connection reading, DataAges ages) throws SQLException {
        Connection connection = night.inTransaction();
        Backfilled.forget(connection, night.asOf());
        ages.keep(connection, night.asOf());
        DataStates states = new DataStates(night.plan().metrics(), ages);
        try (Readings readings = Readings.open(reading, night, ages);
                PreviousScores previous = PreviousScores.open(reading, night.asOf());
                Assessments assessments = Assessments.open(connection, reading, night, step);
                ScoreWriter writer = ScoreWriter.replacing(connection, night.asOf(), states);
                FurtherScores further = FurtherScores.replacing(reading, connection, night, states)) {
            while (readings.next()) {
                score(step, readings, previous, assessments, writer);
                further.score(readings);
            }
        }
    }

    private void score(
            String step, Readings readings, PreviousScores previous, Assessments assessments, ScoreWriter writer)
            throws SQLException {
        String account = readings.accountId();
        Contributions before = previous.of(account);
        Optional<Scorecard> card = readings.scorecard();
        if (card.isEmpty()) {
            writer.unscored(account);
            night.log().count(step, "without scorecard", 1);
            return;
        }
        Assessment assessment = assessments.of(card.get(), readings);
        Health health = assessment.health();
        writer.write(card.get(), assessment, drivers.losses(health, 3), drivers.moves(health, before, 3));
        night.log().count(step, "scored", 1);
    }
}
