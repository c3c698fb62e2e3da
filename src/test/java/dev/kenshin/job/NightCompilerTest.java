package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.source.Columns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightCompilerTest {
    private TestCompany company;

    @BeforeEach
    void makeCompany(@TempDir Path directory) throws IOException {
        company = TestCompany.in(directory);
    }

    @Test
    void accounts_areMappedFirst() throws IOException {
        Files.move(company.file("config/mappings/account.yaml"), company.file("config/mappings/z_account.yaml"));
        assertThat(mappings()).containsExactly("z_account", "answer", "contract", "ticket");
    }

    @Test
    void mappingThatTakesKeys_comesAfterThoseThatGiveThem() throws IOException {
        link("a_message", "survey.answers", "support.tickets");
        assertThat(mappings()).containsExactly("account", "ticket", "a_message", "answer", "contract");
    }

    @Test
    void mappingsInACircle_areBothThere() throws IOException {
        link("a_message", "crm.contracts", "support.tickets");
        link("b_message", "support.tickets", "crm.contracts");
        assertThat(mappings())
                .startsWith("account")
                .contains("a_message", "b_message")
                .hasSize(6);
    }

    @Test
    void mappingOfASourceThatTheJobDoesNotRead_isLeftOut() {
        assertThat(mappings()).contains("ticket");
        change("jobs/nightly.yaml", "support, ", "");
        assertThat(mappings()).doesNotContain("ticket");
    }

    @Test
    void table_isExpectedToHaveTheColumnsThatMappingsRead() {
        assertThat(expected("crm", "contracts")).containsExactlyInAnyOrder("契約番号", "開始日", "席数", "月額", "会社名");
    }

    @Test
    void columnsThatAreListed_areAllThatIsExpected() {
        change("config/sources/crm.yaml", "key: [契約番号]", "key: [契約番号], columns: [席数]");
        assertThat(expected("crm", "contracts")).containsExactlyInAnyOrder("契約番号", "席数");
    }

    @Test
    void fieldThatMayComeFromSeveralColumns_expectsNone() {
        change("config/mappings/contract.yaml", "from: 席数", "from: [席数, ライセンス]");
        assertThat(expected("crm", "contracts")).doesNotContain("席数", "ライセンス");
    }

    @Test
    void json_mayLeaveFieldsOut() {
        assertThat(expected("support", "tickets")).containsExactly("id");
    }

    private List<String> mappings() {
        return company.plan().mappings().stream()
                .map(mapping -> mapping.config().name())
                .toList();
    }

    private List<String> expected(String source, String stream) {
        return company.plan().sources().stream()
                .flatMap(config -> config.streams().values().stream())
                .filter(config -> config.qualifiedName().equals(source + "." + stream))
                .flatMap(config -> Columns.expected(config).stream())
                .toList();
    }

    private void change(String file, String from, String to) {
        try {
            company.change(file, text -> text.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void link(String mapping, String from, String by) throws IOException {
        Files.writeString(company.file("config/mappings/" + mapping + ".yaml"), """
                from: %s
                to: message
                account: { by: %s, from: 会社名 }
                fields:
                  body: 会社名
                """.formatted(from, by));
    }
}
