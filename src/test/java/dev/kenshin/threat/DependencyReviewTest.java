package dev.kenshin.threat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever raises a version looks at what is known of it, and says so on the page. */
@Threat(Danger.DEPENDENCIES)
class DependencyReviewTest {
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*(?:<!--.*?-->\\s*)?<groupId>[^<]*</groupId>\\s*<artifactId>([^<]*)</artifactId>\\s*"
                    + "<version>\\$\\{([^}]*)}</version>(.*?)</dependency>",
            Pattern.DOTALL);

    @Test
    void everyDependency_isReviewedInItsVersion() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String page = Files.readString(Path.of("src", "site", "markdown", "security.md"));
        Set<String> rows = DEPENDENCY
                .matcher(pom)
                .results()
                .filter(found -> !found.group(3).contains("<scope>test")
                        && !found.group(3).contains("<scope>provided"))
                .filter(found -> !found.group(3).contains("<scope>import"))
                .map(found -> "`" + found.group(1) + "` | " + version(pom, found.group(2)) + " |")
                .collect(Collectors.toSet());
        assertThat(rows).hasSizeGreaterThan(20).allSatisfy(row -> assertThat(page)
                .contains(row));
    }

    /** After a build; a jar that nobody knows of is one that nobody has looked at. */
    @Test
    void billOfMaterials_namesEveryJar() throws IOException {
        Path bill = Path.of("target", "bom.json");
        Path libraries = Path.of("target", "lib");
        assumeTrue(Files.exists(bill) && Files.exists(libraries) && !isOlder(bill, Path.of("pom.xml")));
        String components = Files.readString(bill);
        try (Stream<Path> jars = Files.list(libraries)) {
            assertThat(jars.map(jar -> jar.getFileName().toString()).filter(name -> name.endsWith(".jar")))
                    .hasSizeGreaterThan(50)
                    .allMatch(name -> isNamed(components, name.substring(0, name.length() - 4)));
        }
    }

    private static boolean isOlder(Path one, Path other) throws IOException {
        return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) < 0;
    }

    private static boolean isNamed(String components, String jar) {
        return Pattern.compile("pkg:maven/[^/]+/([^@\"]+)@([^?\"]+)")
                .matcher(components)
                .results()
                .map(DependencyReviewTest::fileName)
                .anyMatch(jar::equals);
    }

    private static String fileName(MatchResult url) {
        return url.group(1) + "-" + url.group(2);
    }

    private static String version(String pom, String property) {
        return pom.split("<" + Pattern.quote(property) + ">", 2)[1].split("<", 2)[0];
    }
}
