package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.job.TestCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page about systems offers to be copied can be used as it is. */
class SystemsPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/systems.md");
    private static final Path MANIFESTS = Path.of("config/connectors");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^`(config/[^`]+)`:\\n\\n```[a-z]+\\n(.*?)^```");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"kintone", "Zendesk", "Salesforce", "Backlog", "Jira Cloud", "HubSpot"})
    void examples_areInOrder(String system) throws Exception {
        TestCompany company = TestCompany.in(directory.resolve("company"));
        copyManifests(company);
        List<String> sources = new ArrayList<>();
        for (MatchResult example : examples(system)) {
            Path file = company.file(example.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, example.group(2).replaceAll("\\$\\{[A-Z_]+}", "s3cr3t"));
            if (example.group(1).contains("/sources/")) {
                sources.add(file.getFileName().toString().replace(".yaml", ""));
            }
        }
        company.change(
                "jobs/nightly.yaml", job -> job.replace("survey]", "survey, " + String.join(", ", sources) + "]"));
        Shell shell = Shell.of(company.directory, "en");
        assertThat(shell.run("check")).as(shell.err()).isZero();
        assertThat(sources).isNotEmpty().allSatisfy(source -> assertThat(shell.out())
                .containsPattern(source + ": (\\d+)/\\1 streams can be read"));
        assertThat(shell.out()).doesNotContain("warning", "KEN-");
    }

    @Test
    void page_listsEveryManifestThatIsShipped() throws IOException {
        String page = Files.readString(PAGE);
        try (Stream<Path> manifests = Files.list(MANIFESTS)) {
            assertThat(manifests).isNotEmpty().allSatisfy(manifest -> assertThat(page)
                    .contains("| `" + manifest.getFileName().toString().replace(".yaml", "") + "` |"));
        }
    }

    private static List<MatchResult> examples(String system) throws IOException {
        String section =
                Files.readString(PAGE).split("(?m)^## " + system + "$", 2)[1].split("(?m)^## ", 2)[0];
        return EXAMPLE.matcher(section).results().toList();
    }

    private static void copyManifests(TestCompany company) throws IOException {
        Files.createDirectories(company.file(MANIFESTS.toString()));
        try (Stream<Path> manifests = Files.list(MANIFESTS)) {
            for (Path manifest : manifests.toList()) {
                Files.copy(manifest, company.file(manifest.toString()));
            }
        }
    }
}
