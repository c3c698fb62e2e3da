package dev.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.job.TestCompany;
import dev.kenshin.source.sheets.GoogleImitation;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say of a company whose answers lie in a spreadsheet. */
class SheetsCommandTest {
    private GoogleImitation google;
    private TestCompany company;
    private Shell shell;

    @BeforeEach
    void makeCompany(@TempDir Path directory) throws Exception {
        google = new GoogleImitation();
        company = TestCompany.in(directory.resolve("company"));
        company.moveAnswersTo(google);
        shell = Shell.of(company.directory, "en");
    }

    @AfterEach
    void closeGoogle() {
        google.close();
    }

    @Test
    void check_connectsToNobody() {
        google.close();
        assertThat(shell.run("check")).as(shell.err()).isZero();
    }

    @Test
    void check_reportsMistakesWithTheirPlace() throws Exception {
        company.change("config/sources/survey.yaml", text -> text.replace("token:", "tokn:")
                .replace("row: 2", "row: 0"));
        assertThat(shell.run("check")).isEqualTo(78);
        assertThat(shell.err()).contains("survey.yaml:3:1 KEN-C05", "survey.yaml:6:37 KEN-C11");
    }

    @Test
    void writtenOutToken_isAMistake() throws Exception {
        company.change("config/sources/survey.yaml", text -> text.replaceFirst("token: .*", "token: ya29.abc"));
        assertThat(shell.run("check")).isEqualTo(78);
        assertThat(shell.err()).contains("KEN-C10").doesNotContain("ya29.abc");
    }

    @Test
    void preview_showsRecordsWithTheirCells() {
        assertThat(shell.run("preview", "survey.answers")).as(shell.err()).isZero();
        assertThat(shell.out()).contains("4 rows read, 4 usable", "answers!回答!3", "株式会社あおば");
    }

    @Test
    void preview_namesTheCellThatCannotBeUsed() {
        assertThat(shell.run("preview", "answer")).as(shell.err()).isZero();
        assertThat(shell.out()).contains("answers!回答!C5", "高い");
    }
}
