package dev.kenshin.source.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kenshin.config.ConfigException;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.SourceRecord;
import java.nio.file.Files;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where tables lie on sheets. */
class ExcelSourceTest extends ExcelTest {
    private static final Map<String, Object> TWO_ROWS = Map.of("from", 3, "to", 4);

    @Test
    void mergedHeaderBelowTitles_isNamedByItsLowestCells() throws Exception {
        Sheets.write(book(), workbook -> answers(workbook.createSheet("回答")));
        SourceRecord record = records("sheet", "回答", "header-row", TWO_ROWS).get(0);
        assertThat(record.fields())
                .containsExactly(
                        Map.entry("会社名", "㈱あおぞら"), Map.entry("氏名", "青空"), Map.entry("回答日", 8L), Map.entry("推奨度", "９"));
        assertThat(record.place().row()).isEqualTo("book.xlsx!回答!5");
        assertThat(record.place().at("推奨度")).isEqualTo("book.xlsx!回答!D5");
    }

    private static void answers(Sheet sheet) {
        Sheets.row(sheet, 1, "NPS調査 2026");
        sheet.addMergedRegion(CellRangeAddress.valueOf("A1:D2"));
        Sheets.row(sheet, 3, "回答者", null, "回答日", "評価");
        Sheets.row(sheet, 4, "会社名", "氏名", null, "推奨度");
        sheet.addMergedRegion(CellRangeAddress.valueOf("A3:B3"));
        sheet.addMergedRegion(CellRangeAddress.valueOf("C3:C4"));
        Sheets.row(sheet, 5, "㈱あおぞら", "青空", 8, "９");
    }

    @Test
    void nameUnderTwoGroups_carriesItsGroup() throws Exception {
        Sheets.write(book(), workbook -> {
            Sheet sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "番号", "前回", null, "今回");
            Sheets.row(sheet, 2, null, "推奨度", "備考", "推奨度");
            sheet.addMergedRegion(CellRangeAddress.valueOf("B1:C1"));
            Sheets.row(sheet, 3, 1, 7, "x", 9);
        });
        assertThat(fields("header-row", Map.of("from", 1, "to", 2)))
                .containsExactly(Map.of("番号", 1L, "前回/推奨度", 7L, "備考", "x", "今回/推奨度", 9L));
    }

    @Test
    void headerCellAcrossColumns_namesItsFirstColumn() throws Exception {
        Sheets.write(book(), workbook -> {
            Sheet sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "住所", null, "備考");
            sheet.addMergedRegion(CellRangeAddress.valueOf("A1:B1"));
            Sheets.row(sheet, 2, "東京", "千代田", "x");
        });
        assertThat(fields()).containsExactly(Map.of("住所", "東京", "備考", "x"));
    }

    @Test
    void columnsWithoutName_areLeftOutAndLineBreaksInNamesAreSpaces() throws Exception {
        Sheets.write(book(), workbook -> {
            Sheet sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "　会社名 ", null, "推奨度\n(0-10)", "  ");
            Sheets.row(sheet, 2, "甲", "捨てる", 9, "捨てる");
            Sheets.row(sheet, 3, null, "捨てる");
        });
        assertThat(fields()).containsExactly(Map.of("会社名", "甲", "推奨度 (0-10)", 9L));
    }

    @Test
    void twoColumnsOfOneName_areRefused() throws Exception {
        Sheets.write(book(), workbook -> Sheets.row(workbook.createSheet("一覧"), 1, "備考", "備考"));
        Problem problem = problem();
        assertThat(problem.code()).isEqualTo("KEN-S20");
        assertThat(problem.location()).hasToString("book.xlsx!一覧!1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"book.xlsx", "book.xls"})
    void mergedCells_holdTheirValueInEveryRow(String name) throws Exception {
        Sheets.write(base.resolve(name), workbook -> {
            Sheet sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "会社名", "氏名", "点");
            Sheets.row(sheet, 2, "甲", "一", 1);
            Sheets.row(sheet, 3, null, "二", 2);
            Sheets.row(sheet, 4, "   ", " ");
            Sheets.row(sheet, 5, "乙", null, 3);
            sheet.addMergedRegion(CellRangeAddress.valueOf("A2:A4"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("A5:B5"));
        });
        assertThat(fields("path", name))
                .containsExactly(
                        Map.of("会社名", "甲", "氏名", "一", "点", 1L),
                        Map.of("会社名", "甲", "氏名", "二", "点", 2L),
                        Map.of("会社名", "乙", "氏名", "乙", "点", 3L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"book.xlsx", "book.xls"})
    void hiddenRows_countUnlessSkipped(String name) throws Exception {
        Sheets.write(base.resolve(name), workbook -> {
            Sheet sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "番号");
            Sheets.row(sheet, 2, 1);
            Sheets.row(sheet, 3, 2);
            sheet.getRow(1).setZeroHeight(true);
        });
        assertThat(fields("path", name)).hasSize(2);
        assertThat(fields("path", name, "hidden-rows", "skip")).containsExactly(Map.of("番号", 2L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"book.xlsx", "book.xls"})
    void position_countsTheSheetsAPersonSees(String name) throws Exception {
        Sheets.write(base.resolve(name), workbook -> {
            for (String sheet : new String[] {"隠し", "一", "二", "3"}) {
                Sheets.row(workbook.createSheet(sheet), 1, "見出し");
                Sheets.row(workbook.getSheet(sheet), 2, sheet);
            }
            workbook.setActiveSheet(1);
            workbook.setSheetHidden(0, true);
        });
        assertThat(fields("path", name)).containsExactly(Map.of("見出し", "一"));
        assertThat(fields("path", name, "sheet", 2)).containsExactly(Map.of("見出し", "二"));
        assertThat(fields("path", name, "sheet", 3)).containsExactly(Map.of("見出し", "3"));
        assertThat(fields("path", name, "sheet", "隠し")).containsExactly(Map.of("見出し", "隠し"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"回答 ", "2", "0", "99999"})
    void missingSheet_isNamedWithThoseThere(String sheet) throws Exception {
        Sheets.write(book(), workbook -> workbook.createSheet("回答"));
        Problem problem = problem("sheet", sheet);
        assertThat(problem.code()).isEqualTo("KEN-S75");
        assertThat(problem.message().ja()).contains("「" + sheet + "」");
        assertThat(problem.fix().en()).contains("回答");
    }

    @Test
    void emptyHeader_isUnavailable() throws Exception {
        Sheets.write(book(), workbook -> {
            Sheets.row(workbook.createSheet("回答"), 2, "会社名");
            Sheets.row(workbook.getSheet("回答"), 5, "甲");
        });
        for (int row : new int[] {1, 3, 4, 6}) {
            Problem problem = problem("header-row", row);
            assertThat(problem.code()).isEqualTo("KEN-S76");
            assertThat(problem.location()).hasToString("book.xlsx!回答!" + row);
        }
    }

    @Test
    void sheetWithoutRecords_yieldsNone() throws Exception {
        Sheets.write(book(), workbook -> Sheets.row(workbook.createSheet(), 1, "会社名"));
        assertThat(records()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "four", "99999999999"})
    void headerRowThatIsNone_isAConfigurationProblem(String row) {
        assertThatThrownBy(() -> open(stream("header-row", row)))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo("KEN-S70"));
    }

    @Test
    void headerThatEndsBeforeItBegins_isAConfigurationProblem() {
        assertThatThrownBy(() -> open(stream("header-row", Map.of("from", 4, "to", 3))))
                .isInstanceOf(ConfigException.class);
    }

    @Test
    void reading_changesNoFile() throws Exception {
        Sheets.write(book(), workbook -> Sheets.row(workbook.createSheet(), 1, "会社名"));
        byte[] before = Files.readAllBytes(book());
        assertThat(records()).isEmpty();
        assertThat(book()).hasBinaryContent(before);
    }
}
