package dev.kenshin.job;

import dev.kenshin.config.UsageConfig;
import dev.kenshin.problem.Text;
import dev.kenshin.usage.UsageState;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.batch.core.step.Step;

/**
 * The last step before anything is published: counts in the warehouse whether what came in is all there, from the extracts
 * to the scores. Counts columns as a whole, which takes the engine little even of millions of rows.
 */
final class ReconcileStep {
    static final String NAME = "reconcile";

    private final Night night;

    ReconcileStep(Night night) {
        this.night = night;
    }

    Step step(Steps steps) {
        return steps.once(NAME, this::reconcile);
    }

    private void reconcile() throws SQLException {
        Reconciliation reconciliation = new Reconciliation(night.asOf());
        try (Connection connection = night.warehouse().connection()) {
            new LandedFigures(connection, night, reconciliation).count();
            countEvents(connection, reconciliation);
            new ScoredFigures(connection, night, reconciliation).count();
            keep(connection, reconciliation);
        }
        reconciliation.check(again());
        night.log().count(NAME, "reconciled", reconciliation.figures().size());
        Query.update(night.inTransaction(), "delete from ops.kept");
    }

    private void countEvents(Connection connection, Reconciliation reconciliation) throws SQLException {
        for (UsageConfig usage : night.plan().usage()) {
            reconciliation.add(
                    Reconciliation.USE,
                    usage.name(),
                    "events",
                    UsageState.notedEvents(connection, usage.name()),
                    UsageState.keptEvents(connection, usage.name()));
        }
    }

    /** Also where something differs, and then the next revision begins where that comes from. */
    private void keep(Connection connection, Reconciliation reconciliation) throws SQLException {
        connection.setAutoCommit(false);
        Query.update(connection, "delete from ops.reconciliation where as_of = ?", night.asOf());
        reconciliation.keep(connection);
        for (Reconciliation.Figure figure : reconciliation.figures()) {
            if (figure.differs()) {
                doAgain(connection, figure);
            }
        }
        connection.commit();
    }

    private static void doAgain(Connection connection, Reconciliation.Figure figure) throws SQLException {
        if (figure.stage().equals(Reconciliation.USE)) {
            UsageState.readAgain(connection, figure.subject());
        } else {
            LandedFigures.doAgain(connection, figure);
        }
    }

    private Text again() {
        String command = "kenshin run " + night.plan().job().name() + " --as-of " + night.asOf() + " --force";
        return new Text(
                "足りない分は次の版で読み直します。実行してください: " + command,
                "The next revision reads again what is missing; run: " + command);
    }
}
