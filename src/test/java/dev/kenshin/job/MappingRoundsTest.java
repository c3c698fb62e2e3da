package dev.kenshin.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingRoundsTest {
    private TestCompany company;

    @BeforeEach
    void makeCompany(@TempDir Path directory) throws IOException {
        company = TestCompany.in(directory);
    }

    @Test
    void mappingsThatShareNothing_runTogether() {
        assertThat(rounds()).containsExactly(List.of("answer", "contract", "ticket"));
    }

    @Test
    void mappingThatTakesKeys_waitsForThoseThatGiveThem() throws IOException {
        write("a_message", "interaction", "support.tickets");
        assertThat(rounds()).containsExactly(List.of("ticket", "answer", "contract"), List.of("a_message"));
    }

    @Test
    void mappingsToTheSameTable_runOneAfterTheOther() throws IOException {
        write("tickets_too", "ticket", "name");
        assertThat(rounds()).containsExactly(List.of("answer", "contract", "ticket"), List.of("tickets_too"));
    }

    private List<List<String>> rounds() {
        List<CompiledMapping> linked = company.plan().mappings().stream()
                .filter(mapping -> !mapping.ofAccounts())
                .toList();
        return MappingRounds.of(linked).stream()
                .map(round ->
                        round.stream().map(mapping -> mapping.config().name()).toList())
                .toList();
    }

    private void write(String name, String table, String by) throws IOException {
        String id =
                table.equals("ticket") ? "ticket_id: { from: 番号 }\n  opened_at: { from: 日 }" : "held_on: { from: 日 }";
        Files.writeString(company.file("config/mappings/" + name + ".yaml"), """
                from: survey.answers
                to: %s
                account: { by: %s, from: 会社名 }
                fields:
                  %s
                """.formatted(table, by, id));
    }
}
