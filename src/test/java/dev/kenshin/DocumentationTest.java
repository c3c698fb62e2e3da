package dev.kenshin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the pages true: what the code has, they name, and what they name, there is. */
class DocumentationTest {
    private static final Path PAGES = Path.of("src/site/markdown");
    private static final Pattern CODE = Pattern.compile("KEN-[A-Z]\\d\\d");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern METRIC = Pattern.compile("(?m)^([a-z][a-z0-9_]*):");
    private static final Pattern METRIC_ROW = Pattern.compile("(?m)^\\| `([a-z][a-z0-9_]*)` \\|");

    @Test
    void problemCodes_areAllDocumented_andAllInUse() throws IOException {
        assertThat(found(CODE, PAGES.resolve("problem-codes.md"))).isEqualTo(found(CODE, Path.of("src/main")));
    }

    @Test
    void shippedMetrics_areAllDocumented_andAllShipped() throws IOException {
        assertThat(found(METRIC_ROW, PAGES.resolve("metrics.md"))).isEqualTo(found(METRIC, Path.of("config/metrics")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void links_leadSomewhere(Path page) throws IOException {
        for (String link : found(LINK, page)) {
            assertThat(page.toAbsolutePath().resolveSibling(link)).exists();
        }
    }

    static Stream<Path> pages() throws IOException {
        return Stream.concat(Stream.of(Path.of("README.md")), files(PAGES));
    }

    /** What the pattern finds in a file, or in all files of a directory: its first group, or else the whole match. */
    private static Set<String> found(Pattern pattern, Path place) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = files(place)) {
            for (Path file : files.toList()) {
                found.addAll(pattern.matcher(Files.readString(file))
                        .results()
                        .map(DocumentationTest::words)
                        .collect(Collectors.toSet()));
            }
        }
        return found;
    }

    private static String words(MatchResult match) {
        return match.groupCount() == 0 ? match.group() : match.group(1);
    }

    private static Stream<Path> files(Path place) throws IOException {
        return Files.walk(place).filter(Files::isRegularFile);
    }
}
