package dev.kenshin.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kenshin.mapping.Crosswalk.Entry;
import dev.kenshin.problem.Location.InText;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Severity;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrosswalkTest {
    private final Problems problems = new Problems();

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void place() {
        file = directory.resolve("nps.csv");
    }

    @Test
    void lines_nameTheAccountOfAValue() throws IOException {
        Crosswalk crosswalk = read("\ufeffsource_value,account_id,note\r\n㈱ヤマダ,C0001,旧社名\r\n\"鈴木, 本店\", C0002\r\n");

        assertThat(crosswalk.entries())
                .containsOnly(entry("(株)ヤマダ", written("C0001", 2)), entry("鈴木, 本店", written("C0002", 3)));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void lineWithoutAnAccount_isAWarning() throws IOException {
        Crosswalk crosswalk = read("source_value,account_id\n\"二行の\n名前\",C0001\n謎の会社,\n\nヤマダ,C0001\n");

        assertThat(crosswalk.entries()).hasSize(2).containsEntry("ヤマダ", written("C0001", 6));
        assertThat(problems.all()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.location()).isEqualTo(new InText(file.toString(), 4, 0));
        });
    }

    @Test
    void contradiction_isAnError_repetitionIsNot() throws IOException {
        read("source_value,account_id\nヤマダ,C0001\nﾔﾏﾀﾞ,C0002\nヤマダ,C0001\n");

        assertThat(problems.all()).extracting(Problem::code).containsExactly("KEN-P22");
    }

    @Test
    void wrongHeader_isAnError() throws IOException {
        assertThat(read("会社名,顧客番号\nヤマダ,C0001\n").entries()).isEmpty();
        assertThat(read("").entries()).isEmpty();

        assertThat(problems.all()).extracting(Problem::code).containsExactly("KEN-P20", "KEN-P20");
    }

    @Test
    void fileInAnotherCharset_isAnError() throws IOException {
        Files.write(file, "source_value,account_id\nヤマダ,C0001\n".getBytes(Charset.forName("windows-31j")));

        Crosswalk.read(file, problems);

        assertThat(problems.all()).extracting(Problem::code).containsExactly("KEN-P20");
    }

    @Test
    void files_areNamedAfterTheirSource() throws IOException {
        read("source_value,account_id\nヤマダ,C0001\n");
        Files.writeString(directory.resolve("readme.txt"), "for people");

        assertThat(Crosswalk.readAll(directory, problems)).containsOnlyKeys("nps");
        assertThat(Crosswalk.readAll(directory.resolve("absent"), problems)).isEmpty();
    }

    private Entry written(String accountId, int line) {
        return new Entry(accountId, new InText(file.toString(), line, 0));
    }

    private Crosswalk read(String content) throws IOException {
        Files.writeString(file, content);
        return Crosswalk.read(file, problems);
    }
}
