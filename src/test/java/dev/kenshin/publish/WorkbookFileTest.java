package dev.kenshin.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.problem.Language;
import dev.kenshin.problem.Problem;
import dev.kenshin.threat.Danger;
import dev.kenshin.threat.Threat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookFileTest {
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
    void sheets_followTheOrderInWhichTheyAreRead() throws Exception {
        try (XSSFWorkbook workbook = written(Language.JA)) {
            assertThat(String.join(" ", names(workbook)))
                    .isEqualTo("健康度 動いた顧客 内訳 警戒 指標 推移 集計 集計(危険度別) 隔離データ データソース 品質ゲート 用語 凡例");
        }
        try (XSSFWorkbook workbook = written(Language.EN)) {
            assertThat(String.join(", ", names(workbook)))
                    .isEqualTo("Health, Movers, Components, Escalations, Metrics, History, Roll-up, Roll-up by level,"
                            + " Quarantine, Sources, Quality gates, Dictionary, Legend");
        }
    }

    @Test
    void worstAccount_standsBelowTheHeader_withItsReasons() throws Exception {
        night.scored("C1", "良い会社", 80.0, "low").scored("C2", "危ない会社", 12.34, "critical");
        try (XSSFWorkbook workbook = written(Language.JA)) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(texts(sheet.getRow(0)))
                    .startsWith(
                            "顧客番号",
                            "会社名",
                            "危険度",
                            "健康度",
                            "データの鮮度",
                            "7日前比",
                            "30日前比",
                            "主な要因1",
                            "主な要因2",
                            "主な要因3",
                            "前回からの主な変化");
            assertThat(texts(sheet.getRow(1)))
                    .startsWith("C2", "危ない会社", "危険", "12.34", "", "", "", "活用率 12%（28点, -21.4点）");
        }
    }

    @Test
    void english_hasEnglishLabelsValuesAndReasons() throws Exception {
        night.scored("C2", "危ない会社", 12.34, "critical");

        try (XSSFWorkbook workbook = written(Language.EN)) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(texts(sheet.getRow(0))).startsWith("Account", "Company", "Level", "Health");
            assertThat(texts(sheet.getRow(1))).contains("Critical", "Utilisation 12% (score 28, -21.4 points)");
            assertThat(texts(sheet.getRow(1))).doesNotContain("活用率 12%（28点, -21.4点）");
        }
    }

    @Test
    void view_keepsHeaderAndNamesInSight_andFiltersEveryColumn() throws Exception {
        night.scored("C1", "会社", 12.34, "critical");

        try (XSSFWorkbook workbook = written(Language.JA)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 5);
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef())
                    .startsWith("A1:")
                    .endsWith("2");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
            assertThat(workbook.getPrintArea(0)).endsWith("$A$1:$P$2");
            assertThat(sheet.getColumnWidth(7)).isGreaterThan(sheet.getColumnWidth(0));
        }
    }

    @Test
    void numbersAndDates_areValuesWithFormats() throws Exception {
        night.scored("C1", "会社", 12.34, "critical")
                .run(
                        "insert into model.contract (mapping, record_key, account_id, renews_on, mrr) values ('c', 'k', 'C1', ?, 100000)",
                        Night.AS_OF.plusDays(30))
                .run("insert into metric.metric_value values (?, 'C1', 'utilisation', 0.125, null)", Night.AS_OF);

        try (XSSFWorkbook workbook = written(Language.JA)) {
            Row row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(3).getNumericCellValue()).isEqualTo(12.34);
            assertThat(format(row.getCell(3))).isEqualTo("0.0");
            assertThat(row.getCell(12).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(Night.AS_OF.plusDays(30));
            assertThat(format(row.getCell(12))).isEqualTo("yyyy/mm/dd");
            assertThat(row.getCell(14).getNumericCellValue()).isEqualTo(1_200_000);
            assertThat(format(row.getCell(14))).isEqualTo("#,##0");
            assertThat(format(workbook.getSheet("指標").getRow(1).getCell(2))).isEqualTo("0.0%");
        }
    }

    @Test
    void levels_differInWordsAndInColours() throws Exception {
        night.scored("C1", "a", 10.0, "critical")
                .scored("C2", "b", 40.0, "high")
                .scored("C3", "c", 60.0, "medium");
        night.scored("C4", "d", 80.0, "low").scored("C5", "e", null, "unknown");

        try (XSSFWorkbook workbook = written(Language.JA)) {
            List<String> words = new ArrayList<>();
            List<String> colours = new ArrayList<>();
            for (int row = 1; row <= 5; row++) {
                Cell cell = workbook.getSheetAt(0).getRow(row).getCell(2);
                words.add(cell.getStringCellValue());
                colours.add(((XSSFCellStyle) cell.getCellStyle())
                        .getFillForegroundColorColor()
                        .getARGBHex());
            }
            assertThat(words).containsExactly("危険", "要注意", "様子見", "良好", "判定不可");
            assertThat(colours).containsExactly("FFB3261E", "FFF4A259", "FFFFF0B3", "FFD6E8F7", "FFE3E3E3");
        }
    }

    @Test
    void colours_haveEnoughContrast() {
        Stream<LevelLook> beside = Stream.concat(
                Stream.of(LevelLook.UNKNOWN),
                Stream.of("stale", "partial").flatMap(word -> DataLook.of("source_status", word).stream()));
        Stream.concat(LevelLook.of(Night.glossary().scorecards()).values().stream(), beside)
                .forEach(look ->
                        assertThat(Contrast.of(look)).as(look.toString()).isGreaterThan(4.5));
    }

    @Test
    @Threat(Danger.FORMULA_INJECTION)
    void formulas_areTextThatStaysText() throws Exception {
        for (int i = 0; i < FormulaTest.PAYLOADS.size(); i++) {
            night.scored("C" + i, FormulaTest.PAYLOADS.get(i), 10.0 + i, "critical");
        }

        try (XSSFWorkbook workbook = written(Language.JA)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    assertThat(row).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
                }
            }
            for (int i = 0; i < FormulaTest.PAYLOADS.size(); i++) {
                Cell cell = workbook.getSheetAt(0).getRow(i + 1).getCell(1);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            }
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("=1+1");
            assertThat(workbook.getSheetAt(0)
                            .getRow(1)
                            .getCell(0)
                            .getCellStyle()
                            .getQuotePrefixed())
                    .isFalse();
        }
    }

    @Test
    void tooManyRows_endInANote_notInAFailure() throws Exception {
        for (int i = 1; i <= 9; i++) {
            night.scored("C" + i, "会社", 10.0 + i, "critical");
        }

        List<Problem> problems =
                new WorkbookFile(Language.JA, 6).write(night.connection, Night.AS_OF, night.tables(), directory);

        try (XSSFWorkbook workbook = read()) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(5);
            assertThat(sheet.getRow(4).getCell(0)).hasToString("C4");
            assertThat(sheet.getRow(5).getCell(0)).hasToString("「account_health」は全 9 行のうち 5 行がシートに入りません。");
        }
        assertThat(problems).extracting(Problem::code).contains("KEN-X08");
    }

    @Test
    void longText_endsInAnEllipsis_andControlCharactersDoNoHarm() throws Exception {
        night.scored("C1", "あ".repeat(40_000), 10.0, "critical").scored("C2", "a\u0001b", 20.0, "critical");

        try (XSSFWorkbook workbook = written(Language.JA)) {
            String text = workbook.getSheetAt(0).getRow(1).getCell(1).getStringCellValue();
            assertThat(text).hasSize(32_767).endsWith("あ…");
            assertThat(workbook.getSheetAt(0).getRow(2).getCell(1).getStringCellValue())
                    .hasSize(3);
        }
    }

    @Test
    void legend_statesTheDate_andWhatEachLevelMeansAndHolds() throws Exception {
        night.scored("C1", "a", 10.0, "critical").scored("C2", "b", 20.0, "critical");

        try (XSSFWorkbook workbook = written(Language.JA)) {
            List<String> words = new ArrayList<>();
            for (Row row : workbook.getSheet("凡例")) {
                words.add(String.join("|", texts(row)));
            }
            assertThat(words).contains("基準日 2026-10-31", "危険|2.0|0.0|0 ≤ … < 30", "良好|0.0|0.0|70 – 100");
        }
    }

    @Test
    void file_saysNothingOfWhenItWasWritten() throws Exception {
        night.scored("C1", "会社", 12.34, "critical");
        try (XSSFWorkbook workbook = written(Language.JA)) {
            assertThat(workbook.getProperties().getCoreProperties().getCreated().toInstant())
                    .isEqualTo(Instant.parse("2026-10-31T00:00:00Z"));
            assertThat(workbook.getProperties().getCoreProperties().getTitle()).isEqualTo("顧客健康度 2026-10-31");
        }
        Path again = Files.createDirectory(directory.resolve("again"));
        new WorkbookFile(Language.JA).write(night.connection, Night.AS_OF, night.tables(), again);

        assertThat(again.resolve("account_health.xlsx"))
                .hasSameBinaryContentAs(directory.resolve("account_health.xlsx"));
    }

    @Test
    void failure_leavesTheFileOfBefore() throws Exception {
        Files.writeString(directory.resolve("account_health.xlsx"), "before");
        night.run("drop table landing.quarantine");

        assertThatThrownBy(() -> written(Language.JA)).isInstanceOf(SQLException.class);

        assertThat(directory.resolve("account_health.xlsx")).hasContent("before");
    }

    private XSSFWorkbook written(Language language) throws IOException, SQLException {
        List<Problem> problems =
                new WorkbookFile(language).write(night.connection, Night.AS_OF, night.tables(), directory);
        assertThat(problems).isEmpty();
        return read();
    }

    private XSSFWorkbook read() throws IOException {
        try (InputStream in = Files.newInputStream(directory.resolve("account_health.xlsx"))) {
            return new XSSFWorkbook(in);
        }
    }

    private static List<String> names(XSSFWorkbook workbook) {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetName)
                .toList();
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
