package dev.kenshin.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlReaderTest {
    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @Test
    void scalars_keepTheirTextAndGetTheirValue() throws IOException {
        Yaml.Mapping tree = read("""
                number: 007
                half: 0.5
                yes: true
                date: 2026-10-31
                quoted: '12'
                nothing:
                no: no
                """).orElseThrow();
        assertThat(tree.get("number").orElseThrow())
                .isEqualTo(new Yaml.Scalar("007", 7L, new Location.InText(path().toString(), 1, 9)));
        assertThat(tree.entries().values())
                .extracting(value -> ((Yaml.Scalar) value).value())
                .containsExactly(7L, 0.5, true, "2026-10-31", "12", null, "no");
    }

    @Test
    void positions_countCharactersFromOne_alsoInJapanese() throws IOException {
        Yaml.Mapping tree = read("顧客:\r\n  会社名: { 業種: 製造業 }\r\n").orElseThrow();
        Yaml.Mapping name =
                tree.mapping("顧客").flatMap(top -> top.mapping("会社名")).orElseThrow();
        assertThat(name.at("業種")).hasToString(path() + ":2:10");
        assertThat(name.get("業種").orElseThrow().at()).hasToString(path() + ":2:14");
    }

    @Test
    void byteOrderMark_movesNothing() throws IOException {
        assertThat(read("\uFEFFa: 1").orElseThrow().at("a")).hasToString(path() + ":1:1");
    }

    @Test
    @Threat(Danger.HOSTILE_DOCUMENT)
    void keyWrittenTwice_namesBothLines_andTheFirstStays() throws IOException {
        Yaml.Mapping tree = read("a: 1\nb: 2\na: 3\n").orElseThrow();
        assertThat(tree.text("a")).hasValue("1");
        assertThat(problems.all()).singleElement().satisfies(problem -> {
            assertThat(problem.location()).hasToString(path() + ":3:1");
            assertThat(problem.message().en()).isEqualTo("'a' stands in line 1 already.");
        });
    }

    @Test
    void brokenYaml_isReportedWhereTheParserStopped() throws IOException {
        assertThat(read("a: 1\n\tb: 2\n")).isEmpty();
        assertThat(problems.all()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("KEN-C03");
            assertThat(problem.location()).hasToString(path() + ":2:1");
        });
    }

    @Test
    @Threat(Danger.HOSTILE_DOCUMENT)
    void aliasesThatMultiply_areRefused() throws IOException {
        StringBuilder bomb = new StringBuilder("l0: &l0 [x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 8; i++) {
            String below = "*l" + (i - 1);
            bomb.append("l")
                    .append(i)
                    .append(": &l")
                    .append(i)
                    .append(" [")
                    .append((below + ", ").repeat(6))
                    .append(below)
                    .append("]\n");
        }
        assertThat(read(bomb.toString())).isEmpty();
        assertThat(problems.all()).extracting(Problem::code).containsExactly("KEN-C03");
    }

    @Test
    @Threat(Danger.HOSTILE_DOCUMENT)
    void treeThatContainsItself_isRefused() throws IOException {
        assertThat(read("a: &a { b: *a }")).isEmpty();
        assertThat(problems.all()).extracting(Problem::code).containsExactly("KEN-C03");
    }

    @Test
    @Threat(Danger.HOSTILE_DOCUMENT)
    void nestingWithoutEnd_isRefused() throws IOException {
        assertThat(read("a: " + "[".repeat(100_000))).isEmpty();
        assertThat(problems.all()).extracting(Problem::code).containsExactly("KEN-C03");
    }

    @Test
    void otherCharset_isReported() throws IOException {
        Files.writeString(path(), "名前: 値", Charset.forName("windows-31j"));
        assertThat(new YamlReader(problems).read(file())).isEmpty();
        assertThat(problems.all()).extracting(problem -> problem.fix().en()).containsExactly("Save it again as UTF-8.");
    }

    @Test
    void emptyFile_isReported() throws IOException {
        assertThat(read("# nothing yet\n")).isEmpty();
        assertThat(problems.all()).hasSize(1);
    }

    private Optional<Yaml.Mapping> read(String yaml) throws IOException {
        Files.writeString(path(), yaml);
        return new YamlReader(problems).read(file());
    }

    private Path path() {
        return folder.resolve("x.yaml");
    }

    private ConfigFile file() {
        return new ConfigFile(Kind.SOURCE, "x", path());
    }
}
