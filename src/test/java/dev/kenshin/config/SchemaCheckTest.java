package dev.kenshin.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.problem.Language;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCheckTest {
    @TempDir
    Path folder;

    @Test
    void keyOfAnotherType_isNotAllowed_andTheKeysOfThisTypeAreListed() throws IOException {
        assertThat(check(Kind.SOURCE, """
                type: excel
                delimiter: ;
                streams:
                  a: { path: a.xlsx }
                """))
                .containsExactly("2:1 KEN-C05 The key 'delimiter' does not belong here."
                        + " Use one of: type, root, streams, on-outage, expect.");
    }

    @Test
    void misspeltKey_isOneMistake_notTwo() throws IOException {
        assertThat(check(Kind.METRICS, "active: { lable: x, form: usage_daily, value: count(*) }"))
                .containsExactly(
                        "1:11 KEN-C05 The key 'lable' does not belong here. Did you mean 'label'?",
                        "1:21 KEN-C05 The key 'form' does not belong here. Did you mean 'from'?");
    }

    @Test
    void misspeltForm_isNotTakenForAnotherForm() throws IOException {
        assertThat(check(Kind.METRICS, "trend: { label: x, chnage-of: active, as: ratio }"))
                .contains("1:20 KEN-C05 The key 'chnage-of' does not belong here. Did you mean 'change-of'?")
                .noneMatch(line -> line.contains("lacks"));
    }

    @Test
    void keyWithoutItsCompanion_isReportedAtTheKey() throws IOException {
        assertThat(check(Kind.SOURCE, """
                type: jdbc
                url: jdbc:h2:mem:x
                streams:
                  a: { table: a, lookback: 1d }
                """))
                .containsExactly("4:18 KEN-C06 'lookback' needs 'cursor'. Add 'cursor', or delete 'lookback'.");
    }

    @Test
    void listWhereSettingsBelong_isOneMistake() throws IOException {
        assertThat(check(Kind.SCORECARD, """
                groups:
                  usage: { weight: 1, components: { active: [1, 2] } }
                levels: { low: 0 }
                """))
                .containsExactly("2:45 KEN-C07 'active' cannot be a list [a, b]. Write settings 'key: value'.");
    }

    @Test
    void numberAsPassword_isNotRepeated() throws IOException {
        assertThat(check(Kind.SOURCE, """
                type: jdbc
                url: jdbc:h2:mem:x
                password: 90210
                streams: { a: { table: a } }
                """))
                .singleElement()
                .asString()
                .startsWith("3:11 KEN-C10")
                .doesNotContain("90210");
    }

    @Test
    void tokenOfTheSandbox_isNoSecret() throws IOException {
        assertThat(check(Kind.SOURCE, """
                type: sheets
                spreadsheet: sandbox-nps
                token: sandbox
                streams: { a: {} }
                """)).isEmpty();
    }

    @Test
    void repeatedAndMissingItems_areReported() throws IOException {
        assertThat(check(Kind.JOB, """
                sources: [crm, crm]
                scorecards: []
                publish: [tables]
                """))
                .containsExactly(
                        "1:10 KEN-C13 'sources' lists something twice. Delete the repetition.",
                        "2:1 KEN-C13 'scorecards' is empty. Fill it in, or delete the key.");
    }

    private List<String> check(Kind kind, String yaml) throws IOException {
        Path path = Files.writeString(folder.resolve("x.yaml"), yaml);
        Problems problems = new Problems();
        ConfigFile file = new ConfigFile(kind, "x", path);
        new YamlReader(problems).read(file).ifPresent(tree -> new SchemaCheck(new Schemas(), problems)
                .check(ConfigTree.of(file, tree)));
        return problems.all().stream()
                .sorted(Problem.BY_PLACE)
                .map(problem -> problem.in(Language.EN).replace(file.shown() + ":", ""))
                .toList();
    }
}
