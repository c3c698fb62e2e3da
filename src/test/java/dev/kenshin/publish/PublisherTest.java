package dev.kenshin.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.problem.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
    @TempDir
    Path home;

    @Test
    void everyForm_isWritten_andShownTogether() throws Exception {
        try (Night night = new Night()) {
            night.scored("C1", "会社", 12.34, "critical");
            Publisher publisher = new Publisher(new ExportDirectory(home.resolve("exports")), night.tables());
            List<Publication> publications = List.of(
                    new Publication.Tables(TableCharset.UTF_8),
                    new Publication.Workbook(Language.JA),
                    new Publication.Mart(MartDatabase.in(home)));

            for (Publication publication : publications) {
                assertThat(publisher.publish(night.connection, Night.SNAPSHOT, publication))
                        .isEmpty();
                assertThat(home.resolve("exports/latest")).doesNotExist();
            }
            publisher.show(Night.SNAPSHOT);
        }

        assertThat(Directories.names(home.resolve("exports/latest")))
                .containsExactlyInAnyOrder(
                        "account_health.csv",
                        "account_health.xlsx",
                        "mover.csv",
                        "health_component.csv",
                        "scorecard_health.csv",
                        "escalation.csv",
                        "metric_value.csv",
                        "health_history.csv",
                        "rollup.csv",
                        "rollup_level.csv",
                        "quarantine.csv",
                        "source_status.csv",
                        "gate.csv",
                        "data_dictionary.csv");
        assertThat(Files.exists(home.resolve("mart.mv.db"))).isTrue();
    }

    @Test
    void sameSnapshotAgain_givesTheSameBytes() throws Exception {
        try (Night night = new Night()) {
            night.scored("C1", "会社", 12.34, "critical");
            Publisher publisher = new Publisher(new ExportDirectory(home.resolve("exports")), night.tables());
            publisher.publish(night.connection, Night.SNAPSHOT, new Publication.Tables(TableCharset.UTF_8));
            publisher.show(Night.SNAPSHOT);
            byte[] first = Files.readAllBytes(home.resolve("exports/latest/account_health.csv"));

            Snapshot next = new Snapshot(Night.AS_OF, 2);
            publisher.publish(night.connection, next, new Publication.Tables(TableCharset.UTF_8));
            publisher.show(next);

            assertThat(home.resolve("exports/latest/account_health.csv")).hasBinaryContent(first);
        }
    }
}
