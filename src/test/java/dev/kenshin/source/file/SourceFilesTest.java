package dev.kenshin.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.Configured;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFilesTest {
    @TempDir
    Path temporary;

    private Path base;
    private Path elsewhere;

    @BeforeEach
    void fill() throws IOException {
        base = Files.createDirectories(temporary.resolve("base"));
        elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
        Files.createDirectories(base.resolve("data/2026"));
        Files.writeString(base.resolve("data/accounts.csv"), "x");
        Files.writeString(base.resolve("data/2026/a.csv"), "x");
        Files.writeString(base.resolve("data/2026/b.csv"), "x");
        Files.writeString(elsewhere.resolve("secret.csv"), "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../elsewhere/secret.csv",
                "data/../../elsewhere/secret.csv",
                "/etc/passwd",
                "/etc/*",
                "../*/secret.csv",
                "data/*/../../../elsewhere/*.csv",
                "a\0b"
            })
    @Threat(Danger.FILE)
    void pathThatLeadsOut_isRefused(String path) {
        assertThat(problems(Map.of(), path)).extracting(Problem::code).containsExactly("KEN-S04");
    }

    @ParameterizedTest
    @ValueSource(strings = {"link.csv", "linked/secret.csv", "*.csv"})
    @Threat(Danger.FILE)
    void symbolicLinkThatLeadsOut_isRefused(String path) throws Exception {
        Files.createSymbolicLink(base.resolve("link.csv"), elsewhere.resolve("secret.csv"));
        Files.createSymbolicLink(base.resolve("linked"), elsewhere);
        Problem problem = unavailable(Map.of(), path);
        assertThat(problem.code()).isEqualTo("KEN-S04");
        assertThat(problem.fix().en()).contains("root:");
    }

    @Test
    void symbolicLinkThatStaysInside_isFollowed() throws Exception {
        Files.createSymbolicLink(base.resolve("link.csv"), base.resolve("data/accounts.csv"));
        assertThat(names(Map.of(), "link.csv")).containsExactly("link.csv");
    }

    @Test
    void root_permitsAnotherDirectoryAndNoOther() throws Exception {
        Map<String, String> root = Map.of("root", elsewhere.toString());
        assertThat(names(root, "secret.csv")).containsExactly("secret.csv");
        assertThat(names(root, elsewhere + "/s*.csv")).containsExactly("secret.csv");
        assertThat(problems(root, base + "/data/accounts.csv"))
                .extracting(Problem::code)
                .containsExactly("KEN-S04");
        assertThat(problems(Map.of("root", "elsewhere"), "a.csv"))
                .extracting(Problem::code)
                .contains("KEN-S03");
    }

    @Test
    void pattern_findsFilesInOrder() throws Exception {
        assertThat(names(Map.of(), "data/2026/*.csv")).containsExactly("a.csv", "b.csv");
        assertThat(names(Map.of(), "**.csv"))
                .containsExactly("data/2026/a.csv", "data/2026/b.csv", "data/accounts.csv");
        assertThat(names(Map.of(), "data/{accounts,x}.csv")).containsExactly("accounts.csv");
    }

    @Test
    void patternWithoutFiles_namesPatternAndDirectory() {
        Problem problem = unavailable(Map.of(), "data/2027/*.csv");
        assertThat(problem.code()).isEqualTo("KEN-S10");
        assertThat(problem.message().en())
                .contains("'*.csv'", base.resolve("data/2027").toString(), "not there");
    }

    @Test
    void absentFile_namesTheNearest() {
        assertThat(unavailable(Map.of(), "data/acounts.csv").message().ja())
                .contains("「acounts.csv」", "「accounts.csv」");
    }

    @Test
    void directory_isRefused() {
        assertThat(unavailable(Map.of(), "data").fix().en()).contains("data/*");
    }

    @Test
    void streamWithoutPath_isRefused() {
        Problems problems = new Problems();
        SourceFiles.of(Configured.source("csv", Map.of(), Configured.stream("a", List.of(), Map.of())), base, problems);
        assertThat(problems.all()).extracting(Problem::code).containsExactly("KEN-S02");
    }

    private List<Problem> problems(Map<String, ?> options, String path) {
        Problems problems = new Problems();
        SourceFiles.of(Configured.source("csv", options, stream(path)), base, problems);
        return problems.all();
    }

    private List<String> names(Map<String, ?> options, String path) throws SourceUnavailable {
        return files(options, path).find(stream(path)).stream()
                .map(SourceFile::shortName)
                .toList();
    }

    private Problem unavailable(Map<String, ?> options, String path) {
        return catchThrowableOfType(
                        SourceUnavailable.class, () -> files(options, path).find(stream(path)))
                .problem();
    }

    private SourceFiles files(Map<String, ?> options, String path) {
        Problems problems = new Problems();
        SourceFiles files = SourceFiles.of(Configured.source("csv", options, stream(path)), base, problems);
        assertThat(problems.all()).isEmpty();
        return files;
    }

    private static StreamConfig stream(String path) {
        return Configured.stream("a", List.of(), Map.of("path", path));
    }
}
