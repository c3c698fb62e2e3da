package dev.kenshin.source.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Configured;
import dev.kenshin.source.Extracts;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.excel.ExcelSource;
import dev.kenshin.source.excel.Sheets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sheet, as a workbook and behind the API, gives the same records at the same places. */
class SameRowsAsExcelTest extends SheetsTest {
    /** The first formats show no dates. Dates before the year 1900 are not the same: Excel has none. */
    private static final int PLAIN = 4;

    private static final String[] FORMATS = {
        "General",
        "#,##0",
        "0.00",
        "0%",
        "yyyy/m/d",
        "yyyy\"年\"m\"月\"d\"日\"",
        "yyyy-mm-dd hh:mm:ss",
        "m/d",
        "h:mm",
        "[h]:mm",
        "[h]:mm:ss"
    };

    @TempDir
    Path base;

    @Test
    void randomSheets_giveTheSameRecords() throws Exception {
        google.call("book", "book.xlsx");
        for (int seed = 0; seed < 15; seed++) {
            Random random = new Random(seed);
            int header = 1 + random.nextInt(4);
            try (Workbook workbook = new XSSFWorkbook()) {
                fill(workbook.createSheet("回答"), header, random);
                Sheets.save(workbook, base.resolve("book.xlsx"));
                google.put("book", workbook);
                for (String hidden : new String[] {"include", "skip"}) {
                    Map<String, Object> options = Map.of(
                            "path",
                            "book.xlsx",
                            "header-row",
                            Map.of("from", header, "to", header + 1),
                            "hidden-rows",
                            hidden);
                    StreamConfig stream = Configured.stream("answers", List.of("列0"), options);
                    assertSame(viaGoogle(stream), viaExcel(stream), seed);
                }
            }
        }
    }

    /** One by one, so that a failure is short enough to be read. */
    private static void assertSame(List<SourceItem> google, List<SourceItem> excel, int seed) {
        for (int i = 0; i < Math.min(google.size(), excel.size()); i++) {
            assertThat(google.get(i)).as("seed " + seed).isEqualTo(excel.get(i));
        }
        assertThat(google).as("seed " + seed).hasSameSizeAs(excel);
    }

    private List<SourceItem> viaExcel(StreamConfig stream) throws Exception {
        return Extracts.all(ExcelSource.open(Configured.source("excel", Map.of(), stream), base, text -> text), stream);
    }

    private List<SourceItem> viaGoogle(StreamConfig stream) throws Exception {
        return Extracts.all(source(Map.of("spreadsheet", "book", "token", GoogleImitation.TOKEN), stream), stream);
    }

    private static void fill(Sheet sheet, int header, Random random) {
        int columns = 2 + random.nextInt(7);
        Object[] names = new Object[columns + 1];
        for (int column = 0; column < columns; column++) {
            names[column] = column == 2 && random.nextBoolean() ? null : "列" + column;
        }
        Sheets.row(sheet, header, "題", null, "群");
        Sheets.row(sheet, header + 1, names);
        sheet.addMergedRegion(new CellRangeAddress(header - 1, header - 1, 0, 1));
        int last = header + 1 + random.nextInt(40);
        for (int row = header + 2; row <= last; row++) {
            for (int column = 0; column <= columns; column++) {
                cell(sheet, row, column, random);
            }
        }
        merge(sheet, header + 2, last, columns, random);
        hide(sheet, header + 2, last, random);
    }

    private static void cell(Sheet sheet, int row, int column, Random random) {
        switch (random.nextInt(7)) {
            case 0, 1 -> number(sheet, row, column, random);
            case 2 -> existing(sheet, row).createCell(column).setCellValue(text(random));
            case 3 -> existing(sheet, row).createCell(column).setCellValue(random.nextBoolean());
            case 4 -> existing(sheet, row).createCell(column).setCellErrorValue(FormulaError.NA.getCode());
            default -> {} // blank
        }
    }

    private static void number(Sheet sheet, int row, int column, Random random) {
        double[] values = {
            0,
            random.nextInt(100_000),
            20_000 + random.nextInt(40_000),
            46_113 + random.nextInt(86_400) / 86_400.0,
            random.nextInt(86_400) / 86_400.0,
            70 + random.nextInt(10_000_000) / 86_400.0,
            random.nextGaussian() * 1e6
        };
        double value = values[random.nextInt(values.length)];
        String format = FORMATS[random.nextInt(value < 0 || value > 100_000 ? PLAIN : FORMATS.length)];
        Sheets.number(sheet, row, column, value, format);
    }

    private static void merge(Sheet sheet, int first, int last, int columns, Random random) {
        for (int row = first; row + 2 <= last; row += 3) {
            if (random.nextInt(3) == 0) {
                int column = random.nextInt(columns);
                sheet.addMergedRegion(new CellRangeAddress(row - 1, row + random.nextInt(2), column, column));
            }
        }
    }

    private static void hide(Sheet sheet, int first, int last, Random random) {
        for (int row = first; row <= last; row++) {
            if (random.nextInt(5) == 0) {
                existing(sheet, row).setZeroHeight(true);
            }
        }
    }

    private static Row existing(Sheet sheet, int row) {
        Row existing = sheet.getRow(row - 1);
        return existing == null ? sheet.createRow(row - 1) : existing;
    }

    private static String text(Random random) {
        return "文 \n'=１x,".substring(random.nextInt(4), 4 + random.nextInt(5));
    }
}
