package dev.kenshin.job;

import dev.kenshin.score.Assessment;
import dev.kenshin.score.Health;
import dev.kenshin.score.ManualOverride;
import dev.kenshin.score.Scorecard;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Where each account of the night stands: what is computed, what people have decided, and what raises the risk. */
final class Assessments implements AutoCloseable {
    private static final String OVERRIDDEN = "overridden";

    private final Night night;
    private final String step;
    private final ManualOverrides manual;
    private final PreviousAssessments before;
    private final EscalationWriter escalations;
    private final OverrideFindings findings;

    private Assessments(
            Night night, String step, ManualOverrides manual, PreviousAssessments before, EscalationWriter writer) {
        this.night = night;
        this.step = step;
        this.manual = manual;
        this.before = before;
        this.escalations = writer;
        this.findings = new OverrideFindings(night, step);
    }

    /**
     * Begins the as-of date anew.
     *
     * @param connection writes, in its transaction
     * @param reading sees the model, and the snapshots of earlier dates
     */
    static Assessments open(Connection connection, Connection reading, Night night, String step) throws SQLException {
        PreviousAssessments before = PreviousAssessments.of(reading, night);
        EscalationWriter writer = EscalationWriter.replacing(connection, night.asOf(), before);
        return new Assessments(night, step, ManualOverrides.of(reading, night.asOf()), before, writer);
    }

    /** Scores the account at hand, and keeps what raises its risk. */
    Assessment of(Scorecard card, Readings readings) throws SQLException {
        String account = readings.accountId();
        Health computed = card.score(readings.reading(card));
        Optional<ManualOverride> decided = decided(account, card);
        Assessment assessment = card.assessment(computed, decided, before.level(account, card), readings.firing(card));
        escalations.write(assessment);
        if (decided.isPresent()) {
            night.log().count(step, OVERRIDDEN, 1);
        }
        return assessment;
    }

    private Optional<ManualOverride> decided(String account, Scorecard card) {
        Optional<ManualOverride> decided = manual.of(account);
        if (decided.isEmpty() || decided.get().level().map(card::hasLevel).orElse(true)) {
            return decided;
        }
        findings.tellUnknownLevel(account, decided.get(), card, card.levelNames());
        return Optional.empty();
    }

    @Override
    public void close() throws SQLException {
        escalations.close();
    }
}
