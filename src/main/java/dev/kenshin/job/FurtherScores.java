package dev.kenshin.job;

import dev.kenshin.score.Assessment;
import dev.kenshin.score.Contributions;
import dev.kenshin.score.Drivers;
import dev.kenshin.score.Health;
import dev.kenshin.score.Scorecard;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Scores each account by every scorecard that applies to it besides the one that decides its health. */
final class FurtherScores implements AutoCloseable {
    private static final int DRIVERS = 3;

    private final List<Part> parts = new ArrayList<>();

    private FurtherScores() {}

    /**
     * What one scorecard needs; its moves are those since its own snapshot before. People override the account's health and
     * not this one, its levels follow its health, and it raises no risk.
     */
    private record Part(Scorecard card, Drivers drivers, PreviousScores previous, ScoreWriter writer) {

        void score(Readings readings) throws SQLException {
            Contributions before = previous.of(readings.accountId());
            Health health = card.score(readings.reading(card));
            Assessment alone = card.assessment(health, Optional.empty(), Optional.empty(), Set.of());
            writer.write(card, alone, drivers.losses(health, DRIVERS), drivers.moves(health, before, DRIVERS));
        }
    }

    /**
     * Forgets what was kept of the date.
     *
     * @param reading sees the snapshots before
     * @param connection of the transaction in which the scores are kept
     */
    static FurtherScores replacing(Connection reading, Connection connection, Night night, DataStates states)
            throws SQLException {
        ScoreWriter.forgetFurther(connection, night.asOf());
        FurtherScores scores = new FurtherScores();
        for (FurtherCard further : night.plan().further()) {
            scores.parts.add(new Part(
                    further.card(),
                    Drivers.of(List.of(further.card())),
                    PreviousScores.ofFurther(reading, night.asOf(), further.card()),
                    ScoreWriter.adding(connection, night.asOf(), states, further)));
        }
        return scores;
    }

    /** Scores the account at hand. */
    void score(Readings readings) throws SQLException {
        for (Part part : parts) {
            if (readings.applies(part.card())) {
                part.score(readings);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (Part part : parts) {
            part.previous().close();
            part.writer().close();
        }
    }
}
