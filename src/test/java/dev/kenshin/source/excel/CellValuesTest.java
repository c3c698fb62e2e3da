package dev.kenshin.source.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cells of every kind are read as. */
class CellValuesTest extends ExcelTest {
    private static final String ERA = "[$-411]ggge\"年\"m\"月\"d\"日\";@";

    @ParameterizedTest
    @ValueSource(strings = {"book.xlsx", "book.xls"})
    void plainValues_keepTheirTypes(String name) throws Exception {
        Sheets.write(base.resolve(name), workbook -> {
            Sheet sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "値");
            Object[] values = {"９", " 株式会社 あ ", "123", 42, 0.1 + 0.2, 1e20, -7, true, "一\n二", 1.5e-7};
            for (int i = 0; i < values.length; i++) {
                Sheets.row(sheet, i + 2, values[i]);
            }
        });
        assertThat(values(name))
                .containsExactly(
                        "９",
                        " 株式会社 あ ",
                        "123",
                        42L,
                        new BigDecimal("0.3"),
                        new BigDecimal("1E+20"),
                        -7L,
                        true,
                        "一\n二",
                        new BigDecimal("1.5E-7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"book.xlsx", "book.xls"})
    void datesAndTimes_areReadByTheirFormat(String name) throws Exception {
        Sheets.write(base.resolve(name), workbook -> {
            Sheet sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "値");
            Sheets.number(sheet, 2, 0, 46113, "yyyy/mm/dd");
            Sheets.number(sheet, 3, 0, 46113, ERA);
            Sheets.number(sheet, 4, 0, 46113.4, "yyyy/m/d h:mm");
            Sheets.number(sheet, 5, 0, 0.0625, "h:mm");
            Sheets.number(sheet, 6, 0, 1.5, "[h]:mm");
            Sheets.number(sheet, 7, 0, 90 / 86_400.0, "h\"時\"mm\"分\"ss\"秒\"");
            Sheets.number(sheet, 8, 0, 46113, "#,##0\"円\"");
            Sheets.number(sheet, 9, 0, -0.5, "[h]:mm");
            Sheets.number(sheet, 10, 0, 0.3, "0%");
        });
        assertThat(values(name))
                .containsExactly(
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2026, 4, 1),
                        LocalDateTime.of(2026, 4, 1, 9, 36),
                        "01:30",
                        "36:00",
                        "00:01:30",
                        46113L,
                        new BigDecimal("-0.5"),
                        new BigDecimal("0.3"));
    }

    @Test
    void japaneseBuiltInFormats_areDatesThoughNeverSpeltOut() throws Exception {
        Sheets.write(book(), workbook -> {
            Sheet sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "値");
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat((short) 31); // yyyy"年"m"月"d"日"
            Sheets.row(sheet, 2, 46113);
            sheet.getRow(1).getCell(0).setCellStyle(style);
        });
        assertThat(values("book.xlsx")).containsExactly(LocalDate.of(2026, 4, 1));
    }

    @Test
    void workbookFrom1904_countsItsDaysFromThere() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
            oneDate(workbook);
            Sheets.save(workbook, book());
        }
        assertThat(values("book.xlsx")).containsExactly(LocalDate.of(2026, 4, 1));
    }

    @Test
    void oldWorkbookFrom1904_countsItsDaysFromThere() throws Exception {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.getInternalWorkbook().getRecords().stream()
                    .filter(DateWindow1904Record.class::isInstance)
                    .map(DateWindow1904Record.class::cast)
                    .forEach(record -> record.setWindowing((short) 1));
            oneDate(workbook);
            Sheets.save(workbook, base.resolve("book.xls"));
        }
        assertThat(values("book.xls")).containsExactly(LocalDate.of(2026, 4, 1));
    }

    private static void oneDate(Workbook workbook) {
        Sheet sheet = workbook.createSheet();
        Sheets.row(sheet, 1, "値");
        Sheets.number(sheet, 2, 0, 46113 - 1462, "yyyy/mm/dd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"book.xlsx", "book.xls"})
    void formulas_countByTheirCachedValue(String name) throws Exception {
        Sheets.write(base.resolve(name), workbook -> {
            Sheet sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "数", "文字", "真偽", "誤り", "空");
            Row row = sheet.createRow(1);
            String[] formulas = {"1+1", "\"甲\"&\"乙\"", "1=1", "1/0", "\"\""};
            for (int i = 0; i < formulas.length; i++) {
                row.createCell(i).setCellFormula(formulas[i]);
            }
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        Map<String, @Nullable Object> fields = fields("path", name).get(0);
        assertThat(fields).containsEntry("数", 2L).containsEntry("文字", "甲乙").containsEntry("真偽", true);
        assertThat(fields).containsEntry("誤り", "#DIV/0!").containsEntry("空", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"book.xlsx", "book.xls"})
    void errors_areTheirText(String name) throws Exception {
        List<FormulaError> errors = List.of(FormulaError.NA, FormulaError.REF, FormulaError.VALUE, FormulaError.NAME);
        Sheets.write(base.resolve(name), workbook -> {
            Sheet sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "値");
            for (int i = 0; i < errors.size(); i++) {
                sheet.createRow(i + 1)
                        .createCell(0)
                        .setCellErrorValue(errors.get(i).getCode());
            }
        });
        assertThat(values(name)).containsExactly("#N/A", "#REF!", "#VALUE!", "#NAME?");
    }

    @Test
    void furigana_isNoPartOfTheText() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet();
            Sheets.row(sheet, 1, "値");
            XSSFRichTextString named = new XSSFRichTextString("健診工業");
            named.getCTRst().addNewRPh().setT("ケンシンコウギョウ");
            sheet.createRow(1).createCell(0).setCellValue(named);
            sheet.createRow(2).createCell(0).setCellValue(twoFonts(workbook));
            Sheets.save(workbook, book());
        }
        assertThat(values("book.xlsx")).containsExactly("健診工業", "太字と細字");
    }

    private static XSSFRichTextString twoFonts(XSSFWorkbook workbook) {
        XSSFRichTextString rich = new XSSFRichTextString("太字と細字");
        XSSFFont bold = workbook.createFont();
        bold.setBold(true);
        rich.applyFont(0, 2, bold);
        return rich;
    }

    private List<@Nullable Object> values(String name) throws Exception {
        return fields("path", name).stream().map(fields -> fields.get("値")).toList();
    }
}
