package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLock;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainWithoutScoresTest {
    @TempDir
    Path directory;

    @Test
    void homeWithoutARun_saysHowToBegin() {
        CommandLineRun run = CommandLineRun.of(
                "explain", "C0001", "--home", directory.resolve("none").toString(), "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Begin with kenshin run nightly");
    }

    @Test
    void nightThatFailedBeforeScoring_isNoSnapshot() throws IOException {
        Path unscored = Files.createDirectories(directory.resolve("unscored"));
        Warehouse.open(new Home(unscored).warehouse(), List.of()).close();

        CommandLineRun run = CommandLineRun.of("explain", "C0001", "--home", unscored.toString(), "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Nothing has been scored yet");
    }

    @Test
    void runningNight_isNotDisturbed() throws IOException {
        Path busy = Files.createDirectories(directory.resolve("busy"));
        try (RunLock lock = RunLock.tryAcquire(new Home(busy)).orElseThrow();
                Warehouse warehouse = Warehouse.open(new Home(busy).warehouse(), List.of())) {
            CommandLineRun run = CommandLineRun.of("explain", "C0001", "--home", busy.toString(), "--lang", "en");

            assertThat(lock).isNotNull();
            assertThat(warehouse).isNotNull();
            assertThat(run.exitCode()).isEqualTo(11);
            assertThat(run.err()).contains("A run is going on");
        }
    }
}
