package dev.kenshin.job;

import dev.kenshin.problem.Text;
import dev.kenshin.publish.ExportDirectory;
import dev.kenshin.publish.IncompletePublication;
import dev.kenshin.publish.Publication;
import dev.kenshin.publish.Publisher;
import dev.kenshin.warehouse.Query;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.step.Step;
import org.springframework.core.task.TaskExecutor;

/** Writes the snapshot in each form that the job asks for, then shows the files to readers. */
final class PublishSteps {
    private static final String SHOW = "show snapshot";
    private static final String PUBLISH = "publish ";

    private final Night night;
    private final Publisher publisher;

    PublishSteps(Night night) {
        this.night = night;
        this.publisher = new Publisher(
                new ExportDirectory(night.home().exports()), night.plan().publishedTables());
    }

    /** How many steps there are in all. */
    int count() {
        return publications().size() + (inFiles() ? 1 : 0);
    }

    /**
     * One step a form, side by side, since each reads the warehouse on a connection of its own. A form that fails lets
     * the others come to their end; the night goes on with that form alone, and with the files if another night has
     * cleared them away meanwhile.
     */
    Optional<Flow> forms(Steps steps, TaskExecutor sideBySide) {
        List<Flow> forms = publications().stream()
                .map(publication -> Steps.flow(form(steps, publication)))
                .toList();
        return forms.isEmpty() ? Optional.empty() : Optional.of(Steps.sideBySide("publish", forms, sideBySide));
    }

    /** Makes all files visible at once, when every form is written. */
    Optional<Step> show(Steps steps) {
        return inFiles() ? Optional.of(steps.once(SHOW, this::show)) : Optional.empty();
    }

    private void show() throws IOException, SQLException {
        publisher.show(night.snapshot());
        Backfilled.published(night.inTransaction());
    }

    private Step form(Steps steps, Publication publication) {
        String name = PUBLISH + publication.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        Steps.Action action = () -> publish(name, publication);
        boolean lost = publication.isInFiles() && !publisher.holds(night.snapshot());
        return lost ? steps.onceMore(SHOW, name, action) : steps.once(name, action);
    }

    /** The publisher has found as many rows as there are scores; a workbook may be too small for them. */
    private void reconciled(String step, Publication publication, Connection connection) throws SQLException {
        if (publication instanceof Publication.Workbook) {
            return;
        }
        long scores =
                Query.number(connection, "select count(*) from score.account_health where as_of = ?", night.asOf());
        Reconciliation reconciliation = new Reconciliation(night.asOf());
        reconciliation.add(Reconciliation.PUBLISH, form(step), "account_health", scores, scores);
        reconciliation.keep(night.inTransaction());
    }

    /** The transaction of the step will not be kept. */
    private void keepApart(Reconciliation reconciliation) throws SQLException {
        try (Connection apart = night.warehouse().connection()) {
            apart.setAutoCommit(false);
            reconciliation.keep(apart);
            apart.commit();
        }
    }

    private static String form(String step) {
        return step.substring(PUBLISH.length());
    }

    private List<Publication> publications() {
        return night.plan().publications();
    }

    private boolean inFiles() {
        return publications().stream().anyMatch(Publication::isInFiles);
    }

    private void publish(String step, Publication publication) throws Exception {
        try (Connection connection = night.warehouse().connection()) {
            publisher.publish(connection, night.snapshot(), publication).forEach(problem -> night.log()
                    .problem(step, problem));
            reconciled(step, publication, connection);
        } catch (IncompletePublication lost) {
            Reconciliation reconciliation = new Reconciliation(night.asOf());
            reconciliation.add(Reconciliation.PUBLISH, form(step), lost.table(), lost.expected(), lost.found());
            keepApart(reconciliation);
            reconciliation.check(new Text("同じコマンドでもう一度実行してください。", "Run the same command again."));
        }
        if (!inFiles()) {
            Backfilled.published(night.inTransaction());
        }
    }
}
