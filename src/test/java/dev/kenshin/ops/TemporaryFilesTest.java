package dev.kenshin.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.util.TempFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {
    @TempDir
    Path directory;

    @Test
    void temporaryFiles_lieInTheHome() throws IOException {
        Home home = new Home(directory);
        try (TemporaryFiles files = TemporaryFiles.of(home)) {
            assertThat(TempFile.createTempFile("workbook", ".xlsx").toPath()).startsWith(directory);
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatAKilledRunLeftBehind_goesWhenTheNextBegins() throws IOException {
        Home home = new Home(directory);
        Path leftover =
                Files.createDirectories(home.temporary().resolve("sheets")).resolve("sheet1.xml");
        Files.writeString(leftover, "株式会社あおば");
        try (TemporaryFiles files = TemporaryFiles.of(home)) {
            assertThat(home.temporary()).isEmptyDirectory();
        }
    }
}
