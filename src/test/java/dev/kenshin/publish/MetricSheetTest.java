package dev.kenshin.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kenshin.problem.Language;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of the workbook: metrics side by side, components below one another. */
class MetricSheetTest {
    @TempDir
    Path directory;

    private Night night;

    @BeforeEach
    void open() throws SQLException {
        night = new Night();
    }

    @AfterEach
    void close() throws SQLException {
        night.close();
    }

    @Test
    void metrics_standSideBySide_oneRowAnAccount() throws Exception {
        night.account("C1", "一").account("C2", "二");
        measured("C2", "zeal", null, "high").measured("C1", "nps", 12.5, null).measured("C2", "nps", -40.0, null);
        measured("C1", "logins", 7.0, null).measured("C1", "utilisation", 0.125, null);
        night.run("insert into metric.metric_value values (?, 'C1', 'nps', 99, null)", Night.AS_OF.minusDays(1));

        try (XSSFWorkbook workbook = written(Language.JA)) {
            XSSFSheet sheet = workbook.getSheet("指標");
            assertThat(texts(sheet.getRow(0))).containsExactly("顧客番号", "会社名", "活用率", "NPS", "logins", "zeal");
            assertThat(texts(sheet.getRow(1))).containsExactly("C1", "一", "0.125", "12.5", "7.0", "");
            assertThat(texts(sheet.getRow(2))).containsExactly("C2", "二", "", "-40.0", "", "high");
            assertThat(sheet.getLastRowNum()).isEqualTo(2);
            assertThat(format(sheet.getRow(1).getCell(2))).isEqualTo("0.0%");
            assertThat(format(sheet.getRow(1).getCell(3))).isEqualTo("0.0");
            assertThat(format(sheet.getRow(1).getCell(4))).as("whole numbers").isEqualTo("#,##0");
            assertThat(sheet.getRow(2).getCell(4).getCellType()).isEqualTo(CellType.BLANK);
            assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 2);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:F3");
        }
    }

    @Test
    void metricsCalledLikeColumns_areMetricsAllTheSame() throws Exception {
        night.account("C1", "一");
        measured("C1", "level", null, "critical")
                .measured("C1", "as_of", 1.5, null)
                .measured("C1", "n_en", 2.5, null);
        measured("C1", "say \"hi\", 'you'", null, "=1+1").measured("C1", "name", 1e300, null);

        try (XSSFWorkbook workbook = written(Language.JA)) {
            Sheet sheet = workbook.getSheet("指標");
            assertThat(texts(sheet.getRow(0)))
                    .containsExactly("顧客番号", "会社名", "as_of", "level", "n_en", "name", "say \"hi\", 'you'");
            assertThat(texts(sheet.getRow(1))).containsExactly("C1", "一", "1.5", "critical", "2.5", "1.0E300", "=1+1");
            assertThat(sheet.getRow(1).getCell(6).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(1).getCell(6).getCellStyle().getQuotePrefixed())
                    .isTrue();
        }
    }

    @Test
    void components_filteredByAnAccount_sumToWhatItLost() throws Exception {
        night.scored("C1", "会社", 12.34, "critical")
                .run(
                        "insert into score.health_component (as_of, account_id, position, component_group, metric, value,"
                                + " score, weight, effective_weight, contribution, status) values ($1, 'C1', 1, 'usage', 'utilisation', 1, 20, 1, 0.5, -80, 'present'),"
                                + " ($1, 'C1', 2, 'usage', 'nps', 1, 20, 1, 0.5, -7.66, 'present')",
                        Night.AS_OF);

        try (XSSFWorkbook workbook = written(Language.JA)) {
            Sheet sheet = workbook.getSheet("内訳");
            int contribution = texts(sheet.getRow(0)).indexOf("寄与");
            assertThat(texts(sheet.getRow(0))).doesNotContain("指標名", "グループ名", "順番");
            assertThat(IntStream.of(1, 2)
                                    .mapToDouble(row -> number(sheet, row, contribution))
                                    .sum()
                            + 100)
                    .isCloseTo(12.34, within(1e-9));
        }
    }

    @Test
    void flags_areReadAsYesAndNo_andStayNumbers() {
        PublishedColumn flag =
                new PublishedColumn("metric 0", ColumnKind.INTEGER, Text.same("x"), "flag", Text.same("x"));
        DataFormatter excel = new DataFormatter(Locale.ROOT);
        assertThat(excel.formatRawCellContents(1, 0, NumberFormats.of(flag, "flag", Language.JA)))
                .isEqualTo("はい");
        assertThat(excel.formatRawCellContents(0, 0, NumberFormats.of(flag, "flag", Language.EN)))
                .isEqualTo("no");
    }

    private MetricSheetTest measured(String account, String metric, @Nullable Double value, @Nullable String text)
            throws SQLException {
        night.run("insert into metric.metric_value values (?, ?, ?, ?, ?)", Night.AS_OF, account, metric, value, text);
        return this;
    }

    private static double number(Sheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column).getNumericCellValue();
    }

    private XSSFWorkbook written(Language language) throws IOException, SQLException {
        new WorkbookFile(language).write(night.connection, Night.AS_OF, night.tables(), directory);
        try (InputStream in = Files.newInputStream(directory.resolve("account_health.xlsx"))) {
            return new XSSFWorkbook(in);
        }
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        row.forEach(cell -> texts.add(cell.toString()));
        return texts;
    }

    private static String format(Cell cell) {
        return cell.getCellStyle().getDataFormatString();
    }
}
