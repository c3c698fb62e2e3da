package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A company that has metrics and a scorecard but no source yet, and asks for drafts. */
final class GuessedCompany {
    final Path directory;

    GuessedCompany(Path directory) throws IOException {
        this.directory = directory;
        write(
                "config/metrics/all.yaml",
                "tickets: { label: { ja: 件数, en: Tickets }, from: ticket, value: count(*), when-none: 0 }");
        write(
                "config/scorecards/standard.yaml",
                "label: { ja: 標準, en: Standard }",
                "groups:",
                "  all: { label: { ja: 全体, en: All }, weight: 1, components: { tickets: { weight: 1, curve: { 0: 100, 9: 0 } } } }",
                "minimum-coverage: 50%",
                "levels: { high: 0, low: 50 }");
    }

    Path write(String file, String... lines) throws IOException {
        return write(file, StandardCharsets.UTF_8, lines);
    }

    Path write(String file, Charset charset, String... lines) throws IOException {
        return write(file, (String.join("\n", lines) + "\n").getBytes(charset));
    }

    Path write(String file, byte[] content) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.write(path, content);
    }

    /** Relative to the test's working directory, as a person would type it. */
    CommandLineRun guess(String file, String... further) {
        return run(Stream.concat(Stream.of("guess", directory.resolve(file).toString()), Stream.of(further))
                .toArray(String[]::new));
    }

    /** Writes the drafts of a file, puts its source or usage into the job, and has the whole checked. */
    String accepted(String file, String... further) throws IOException {
        CommandLineRun guess = guess(
                file, Stream.concat(Stream.of("--write"), Stream.of(further)).toArray(String[]::new));
        assertThat(guess.exitCode()).as(guess.err()).isZero();
        writeJob();
        CommandLineRun check = run("check");
        String drafts = drafts();
        assertThat(check.exitCode()).as(check.err() + drafts).isZero();
        return drafts;
    }

    /** A job of all that is configured. */
    void writeJob() throws IOException {
        write("jobs/nightly.yaml", list("sources"), list("usage"), "scorecards: [standard]", "publish: [tables]");
    }

    CommandLineRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--config", directory.resolve("config").toString(),
                "--home", directory.resolve("data").toString(),
                "--lang", "en"));
        return CommandLineRun.of(Map.of(), all.toArray(String[]::new));
    }

    /** What was written, file by file. */
    String drafts() throws IOException {
        StringBuilder drafts = new StringBuilder();
        for (String folder : List.of("sources", "mappings", "usage")) {
            for (String name : names(folder)) {
                drafts.append("--- ").append(folder).append('/').append(name).append('\n');
                drafts.append(Files.readString(directory.resolve("config/" + folder + "/" + name + ".yaml")));
            }
        }
        return drafts.toString();
    }

    private String list(String folder) throws IOException {
        List<String> names = names(folder);
        return names.isEmpty() ? "" : folder + ": [" + String.join(", ", names) + "]";
    }

    private List<String> names(String folder) throws IOException {
        Path path = directory.resolve("config/" + folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }
}
