package dev.kenshin.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedScoresTest {
    @Test
    void lineThatEndsWithinQuotes_isNoRow(@TempDir Path directory) throws Exception {
        Path csv = directory.resolve("a.csv");
        Files.writeString(csv, "id,words\r\nC1,\"one\r\ntwo \"\"three\"\"\"\r\nC2,four\r\n");
        assertThat(PublishedScores.rows(csv)).isEqualTo(2);
    }

    @Test
    void scoreThatIsNotPublished_isNoticed() throws Exception {
        try (Night night = new Night()) {
            night.scored("C1", "会社", 50.0, "medium").scored("C2", "別会社", 60.0, "medium");
            PublishedScores scores = new PublishedScores(night.connection, Night.AS_OF);
            scores.check("account_health", 2);
            assertThatThrownBy(() -> scores.check("account_health", 1))
                    .isInstanceOf(IncompletePublication.class)
                    .hasMessage("account_health has 1 rows instead of 2");
        }
    }
}
