package dev.kenshin.job;

import dev.kenshin.publish.ExportDirectory;
import dev.kenshin.publish.Publication;
import dev.kenshin.publish.Publisher;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.batch.core.step.Step;

/** Writes the snapshot in each form that the job asks for, then shows the files to readers. */
final class PublishSteps {
    private final Night night;
    private final Publisher publisher;

    PublishSteps(Night night) {
        this.night = night;
        this.publisher = new Publisher(
                new ExportDirectory(night.home().exports()), night.plan().publishedTables());
    }

    /** One step a form; the last makes all files visible at once. */
    List<Step> steps(Steps steps) {
        List<Step> all = new ArrayList<>();
        List<Publication> publications = night.plan().publications();
        for (Publication publication : publications) {
            String name = "publish " + publication.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            all.add(steps.once(name, () -> publish(name, publication)));
        }
        if (publications.stream().anyMatch(Publication::isInFiles)) {
            all.add(steps.once("show snapshot", () -> publisher.show(night.snapshot())));
        }
        return all;
    }

    private void publish(String step, Publication publication) throws Exception {
        try (Connection connection = night.warehouse().connection()) {
            publisher.publish(connection, night.snapshot(), publication).forEach(problem -> night.log()
                    .problem(step, problem));
        }
    }
}
