package dev.kenshin.job;

import dev.kenshin.problem.Problem;
import dev.kenshin.publish.ExportDirectory;
import dev.kenshin.publish.Mart;
import dev.kenshin.publish.Publication;
import dev.kenshin.publish.PublishedTables;
import dev.kenshin.publish.TableFiles;
import dev.kenshin.publish.WorkbookFile;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.step.Step;

/** Writes the snapshot in each form that the job asks for, then shows it to readers. */
final class PublishSteps {
    private final Night night;
    private final PublishedTables tables;
    private final ExportDirectory exports;

    PublishSteps(Night night) {
        this.night = night;
        this.tables = night.plan().publishedTables();
        this.exports = new ExportDirectory(night.home().exports());
    }

    /** One step a form; the last makes all of it visible at once. */
    List<Step> steps(Steps steps) {
        List<Step> all = new ArrayList<>();
        for (Publication publication : night.plan().publications()) {
            all.add(step(steps, publication));
        }
        all.add(steps.once("show snapshot", () -> exports.switchTo(night.snapshot())));
        return all;
    }

    private Step step(Steps steps, Publication publication) {
        if (publication instanceof Publication.Tables files) {
            return steps.once("publish tables", () -> write(files));
        }
        if (publication instanceof Publication.Workbook workbook) {
            return steps.once("publish workbook", () -> write(workbook));
        }
        return steps.once("publish mart", () -> write((Publication.Mart) publication));
    }

    private void write(Publication.Tables files) throws Exception {
        try (Connection connection = night.warehouse().connection()) {
            for (Problem problem : new TableFiles(files.charset())
                    .write(connection, night.asOf(), tables.all(), exports.begin(night.snapshot()))) {
                night.log().problem("publish tables", problem);
            }
        }
    }

    private void write(Publication.Workbook workbook) throws Exception {
        try (Connection connection = night.warehouse().connection()) {
            new WorkbookFile(workbook.language())
                    .write(connection, night.asOf(), tables, exports.begin(night.snapshot()));
        }
    }

    private void write(Publication.Mart mart) throws Exception {
        try (Connection connection = night.warehouse().connection()) {
            new Mart(mart.database()).publish(connection, night.snapshot(), tables.all());
        }
    }
}
