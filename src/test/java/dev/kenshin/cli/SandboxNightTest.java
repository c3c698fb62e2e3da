package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.sandbox.SampleSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped jobs: what the night over files says, the night over the sandbox's services says, too. */
class SandboxNightTest {
    private static final List<String> TABLES =
            List.of("account_health.csv", "health_component.csv", "metric_value.csv");

    @TempDir
    Path directory;

    @Test
    void scores_areThoseOfTheNightOverFiles_inTheSameHome() throws Exception {
        try (SampleSandbox sandbox = new SampleSandbox()) {
            copyCompany(sandbox);
            run("nightly");
            for (String table : TABLES) {
                Files.copy(exported(table), directory.resolve(table));
            }
            run("sandbox-night");
        }
        for (String table : TABLES) {
            assertThat(exported(table)).hasSameTextualContentAs(directory.resolve(table));
        }
    }

    /** The same files, but for the sandbox's port. */
    private void copyCompany(SampleSandbox sandbox) throws IOException {
        for (String folder : List.of("config", "jobs", "sample-data")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    copy(file, sandbox);
                }
            }
        }
    }

    private void copy(Path file, SampleSandbox sandbox) throws IOException {
        Path copy = directory.resolve(file);
        Files.createDirectories(copy.getParent());
        if (file.toString().endsWith(".yaml")) {
            Files.writeString(copy, Files.readString(file).replace("http://127.0.0.1:8642", sandbox.url()));
        } else {
            Files.copy(file, copy);
        }
    }

    private void run(String job) {
        Shell shell = new Shell("--config=" + directory.resolve("config"), "--home=" + directory.resolve("data"));
        assertThat(shell.run("run", job, "--as-of", "2026-10-31"))
                .as(shell.err() + shell.out())
                .isZero();
    }

    private Path exported(String table) {
        return directory.resolve("data").resolve("exports/latest").resolve(table);
    }
}
