package dev.kenshin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a person sees who opens the folder: few things, and none of them long. */
class SourceTreeTest {
    private static final int LONGEST = 300;
    private static final Set<String> VISIBLE =
            Set.of("pom.xml", "src", "jobs", "config", "sample-data", "README.md", "LICENSE");

    @Test
    void noSourceFile_isTooLong() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            assertThat(files.filter(SourceTreeTest::isTooLong)).isEmpty();
        }
    }

    @Test
    void topLevel_showsNothingElse() throws IOException, InterruptedException {
        Process git =
                new ProcessBuilder("git", "ls-files").redirectErrorStream(true).start();
        String files = new String(git.getInputStream().readAllBytes(), UTF_8);
        assumeTrue(git.waitFor() == 0, "not a git work tree");
        assertThat(files.lines().map(SourceTreeTest::topLevel).collect(Collectors.toSet()))
                .filteredOn(name -> !name.startsWith("."))
                .isSubsetOf(VISIBLE);
    }

    private static String topLevel(String file) {
        return file.substring(0, (file + "/").indexOf('/'));
    }

    private static boolean isTooLong(Path file) {
        try (Stream<String> lines = file.toString().endsWith(".java") ? Files.lines(file) : Stream.empty()) {
            return lines.count() > LONGEST;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
