package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.RunState;
import dev.kenshin.ops.StepReport;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The forms of a snapshot are written side by side. */
class PublicationNightTest extends AfterFirstNight {
    private static final String LAST_OF_C1 = " where as_of = '2026-11-01' and account_id = 'C1'";

    private Path mart;

    @BeforeEach
    void publishEveryForm() throws IOException {
        company.change("jobs/nightly.yaml", text -> text.replace("[tables]", "[tables, workbook, mart]"));
        mart = company.home.directory().resolve("mart.mv.db");
    }

    @Test
    void everyForm_isThere_andTheFilesAreShownTogether() throws Exception {
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);

        assertThat(company.exported("account_health.csv")).exists();
        assertThat(company.exported("account_health.xlsx")).exists();
        assertThat(mart).exists();
        assertThat(company.report().steps())
                .hasSize(company.report().stepsInAll())
                .extracting(StepReport::name)
                .contains("publish tables", "publish workbook", "publish mart")
                .endsWith("show snapshot");
    }

    /** Then a row too many, of an account whose trend multiplies it: the table is not published, and the number is kept. */
    @Test
    void failedMart_leavesReadersTheirFiles_andIsAllThatIsPublishedNext() throws Exception {
        Map<String, byte[]> shown = Tree.contents(company.home.exports().resolve("latest"));
        Files.createDirectory(mart);

        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.FAILED);

        assertThat(Tree.contents(company.home.exports().resolve("latest"))).containsExactlyInAnyOrderEntriesOf(shown);
        assertThat(company.home.exports().resolve(SUNDAY.toString())).doesNotExist();
        StepReport tables = step("publish tables");
        StepReport workbook = step("publish workbook");
        assertThat(tables.state()).isEqualTo(RunState.DONE);
        assertThat(workbook.state()).isEqualTo(RunState.DONE);
        assertThat(step("publish mart").state()).isEqualTo(RunState.FAILED);

        Files.delete(mart);
        behindItsBack("insert into score.account_health from score.account_health" + LAST_OF_C1);
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.FAILED);
        assertThat(company.report().findings())
                .extracting(finding -> finding.code() + " " + finding.location())
                .containsExactly("KEN-J60 publish mart");
        assertThat(company.rows("select concat_ws(' ', stage, subject, figure) from ops.reconciliation"
                        + " where difference <> 0"))
                .containsExactly("publish mart account_health");

        behindItsBack("delete from score.account_health where rowid in (select max(rowid) from score.account_health"
                + LAST_OF_C1 + ")");
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.DONE);

        assertThat(step("publish tables")).as("was done before").isEqualTo(tables);
        assertThat(step("publish workbook")).as("was done before").isEqualTo(workbook);
        assertThat(step("publish mart").state()).isEqualTo(RunState.DONE);
        assertThat(company.home.exports().resolve("latest")).isSymbolicLink();
        assertThat(Files.readSymbolicLink(company.home.exports().resolve("latest")))
                .hasToString(SUNDAY.toString());
        assertThat(company.exported("account_health.xlsx")).exists();
    }

    @Test
    void filesThatAnotherNightClearedAway_areWrittenAgain() throws Exception {
        Files.createDirectory(mart);
        assertThat(company.run(SUNDAY)).isEqualTo(ExitCode.FAILED);
        assertThat(company.run(SUNDAY.plusDays(1))).isEqualTo(ExitCode.FAILED);
        assertThat(step("publish tables").state()).isEqualTo(RunState.DONE);
        Files.delete(mart);

        company.run(SUNDAY);

        Path sunday = company.home.exports().resolve(SUNDAY.toString());
        assertThat(sunday.resolve("account_health.csv")).exists();
        assertThat(sunday.resolve("account_health.xlsx")).exists();
    }

    private void behindItsBack(String sql) throws SQLException {
        try (Warehouse warehouse = Warehouse.open(company.home.warehouse(), List.of());
                Connection connection = warehouse.connection()) {
            Query.update(connection, sql);
        }
    }

    private StepReport step(String name) throws IOException {
        return company.report().steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
