package dev.kenshin.job;

import static dev.kenshin.job.TestCompany.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.source.sheets.GoogleImitation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers of the company lie in a spreadsheet instead of a workbook. */
class SheetsNightTest {
    @TempDir
    Path directory;

    private GoogleImitation google;
    private TestCompany company;

    @BeforeEach
    void moveAnswers() throws Exception {
        google = new GoogleImitation();
        company = TestCompany.in(directory.resolve("company"));
        company.moveAnswersTo(google);
    }

    @AfterEach
    void closeGoogle() {
        google.close();
    }

    @Test
    void night_isTheSameAsOverTheWorkbook() throws Exception {
        TestCompany withWorkbook = TestCompany.in(directory.resolve("other"));
        assertThat(withWorkbook.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        assertThat(company.run(SATURDAY)).isEqualTo(ExitCode.DONE);
        for (String table : List.of("account_health.csv", "health_component.csv", "metric_value.csv")) {
            assertThat(company.exported(table)).hasSameTextualContentAs(withWorkbook.exported(table));
        }
        assertThat(Files.readString(company.exported("quarantine.csv"))).contains("answers!回答!C5");
    }

    @Test
    void renamedColumn_isAnOutageThatNamesIt() throws Exception {
        google.spreadsheet("answers").getSheet("回答").getRow(1).getCell(2).setCellValue("推奨度(0-10)");
        company.run(SATURDAY);
        assertThat(company.findings()).contains("KEN-S21");
    }

    @Test
    void spreadsheetThatIsNotThere_isTold() throws Exception {
        company.change("config/sources/survey.yaml", text -> text.replace("spreadsheet: answers", "spreadsheet: 1Abc"));
        company.run(SATURDAY);
        assertThat(company.findings()).contains("KEN-G05");
    }
}
