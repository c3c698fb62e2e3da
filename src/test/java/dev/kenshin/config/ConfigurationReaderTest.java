package dev.kenshin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kenshin.problem.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a configuration that works when one thing in it changes. */
class ConfigurationReaderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copyTheCompleteConfiguration() throws IOException {
        Path example = Examples.folder("complete");
        try (Stream<Path> files = Files.walk(example)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(example.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void sameConfiguration_hasTheSameHashes() {
        assertThat(read().hash()).isEqualTo(read().hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void commentsAndLayout_changeNoHash() throws IOException {
        Configuration before = read();
        edit("config/mappings/nps-answers.yaml", "from: nps.answers", "# answers\nfrom:   'nps.answers'");
        assertThat(read().hash()).isEqualTo(before.hash());
        assertThat(hash(read(), "nps-answers")).isEqualTo(hash(before, "nps-answers"));
    }

    @Test
    void otherField_changesTheHashOfThatMappingOnly() throws IOException {
        Configuration before = read();
        edit("config/mappings/nps-answers.yaml", "from: 回答日", "from: 日付");
        assertThat(read().hash()).isNotEqualTo(before.hash());
        assertThat(hash(read(), "nps-answers")).isNotEqualTo(hash(before, "nps-answers"));
        assertThat(hash(read(), "crm-accounts")).isEqualTo(hash(before, "crm-accounts"));
    }

    @Test
    void newLineInACrosswalk_changesTheHashOfMappingsThatUseIt() throws IOException {
        Configuration before = read();
        edit("config/crosswalks/nps.csv", "C0002", "C0003");
        assertThat(read().hash()).isNotEqualTo(before.hash());
        assertThat(hash(read(), "nps-answers")).isNotEqualTo(hash(before, "nps-answers"));
        assertThat(hash(read(), "crm-accounts")).isEqualTo(hash(before, "crm-accounts"));
    }

    @Test
    void howARunIsWatched_changesNoHash() throws IOException {
        Configuration before = read();
        edit("jobs/nightly.yaml", "warnings: success", "warnings: failure");
        assertThat(read().hash()).isEqualTo(before.hash());
        edit("jobs/nightly.yaml", "quarantine-limit: 2.5%", "quarantine-limit: 2%");
        assertThat(read().hash()).isNotEqualTo(before.hash());
    }

    @Test
    void fileForPrometheus_isOfOneJobOnly() throws IOException {
        Files.writeString(
                folder.resolve("jobs/weekly.yaml"),
                "  prometheus: /var/lib/../lib/node_exporter/kenshin.prom\n",
                StandardOpenOption.APPEND);
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("jobs/weekly.yaml:7:15 KEN-W01", "jobs/nightly.yaml:15:15");
    }

    @Test
    void pingWithoutAnAddress_isAMistake() throws IOException {
        edit("jobs/weekly.yaml", "ping: https://hc-ping.com/${WEEKLY_PING_ID}", "ping: { method: GET }");
        assertThat(problems()).singleElement().asString().contains("jobs/weekly.yaml:6:3 KEN-W07");
    }

    @Test
    void fileThatIsNoYaml_causesNoOtherComplaints() throws IOException {
        Files.writeString(folder.resolve("config/sources/crm.yaml"), "type: [csv");
        Files.writeString(folder.resolve("config/metrics/usage.yaml"), "a: b: c");
        assertThat(problems()).hasSize(2).allMatch(problem -> problem.contains("KEN-C03"));
    }

    @Test
    void examplesBesideTheConfiguration_areLeftAlone() throws IOException {
        Files.writeString(folder.resolve("config/metrics/usage.spec.yaml"), "- anything: goes");
        assertThat(read().metrics()).hasSize(6);
    }

    @Test
    void fileNameWithDot_isRefused() throws IOException {
        Files.move(folder.resolve("config/sources/support.yaml"), folder.resolve("config/sources/support.v2.yaml"));
        assertThat(problems()).anyMatch(problem -> problem.contains("support.v2.yaml KEN-C02"));
    }

    @Test
    void missingFolders_areReportedTogether() {
        assertThat(catchThrowableOfType(ConfigException.class, () -> Examples.read(folder.resolve("nowhere")))
                        .problems())
                .hasSize(2)
                .allMatch(problem -> problem.code().equals("KEN-C01"));
    }

    @Test
    void misspeltFileBesideTheFolders_isNotIgnored() throws IOException {
        Files.move(folder.resolve("config/segments.yaml"), folder.resolve("config/segment.yaml"));
        assertThat(problems()).anyMatch(problem -> problem.contains("Did you mean 'segments.yaml'?"));
    }

    @Test
    void linkByAStreamWithoutSingleKey_isRefused() throws IOException {
        edit("config/mappings/nps-answers.yaml", "by: crm.accounts", "by: warehouse.notes");
        assertThat(problems()).singleElement().asString().contains("nps-answers.yaml:7:11 KEN-C27");
    }

    @Test
    void mappingOfAccounts_needsNoLink() throws IOException {
        edit("config/mappings/crm-accounts.yaml", "to: account", "to: account\naccount: { by: name, from: 会社名 }");
        assertThat(problems()).singleElement().asString().contains("crm-accounts.yaml:3:16 KEN-C30");
    }

    @Test
    void mappingOfOtherTables_needsALink() throws IOException {
        edit("config/mappings/crm-accounts.yaml", "to: account", "to: interaction");
        assertThat(problems()).singleElement().asString().contains("KEN-C06 'crm-accounts' lacks the key 'account'.");
    }

    @Test
    void levelCalledUnknown_isRefused() throws IOException {
        edit("config/scorecards/onboarding.yaml", "good: 50", "unknown: 50");
        assertThat(problems()).singleElement().asString().contains("onboarding.yaml:6:19 KEN-C25");
    }

    @Test
    void unknownCharset_isRefused() throws IOException {
        edit("config/sources/crm.yaml", "windows-31j", "windows-31");
        assertThat(problems()).singleElement().asString().endsWith("Did you mean 'windows-31j'?");
    }

    private Configuration read() {
        return Examples.read(folder);
    }

    private List<String> problems() {
        return catchThrowableOfType(ConfigException.class, this::read).problems().stream()
                .map(problem -> problem.in(Language.EN))
                .toList();
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private static String hash(Configuration configuration, String mapping) {
        return Objects.requireNonNull(configuration.mappings().get(mapping)).hash();
    }
}
