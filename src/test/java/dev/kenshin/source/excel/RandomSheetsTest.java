package dev.kenshin.source.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes sheets of random size, place and content, and compares what is read with what was written. */
class RandomSheetsTest extends ExcelTest {

    @ParameterizedTest
    @ValueSource(strings = {"book.xlsx", "book.xls"})
    void randomSheet_isReadAsWritten(String name) throws Exception {
        for (int seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            int header = 1 + random.nextInt(4);
            List<Map<String, @Nullable Object>> written = new ArrayList<>();
            Sheets.write(base.resolve(name), workbook -> fill(workbook, header, random, written));
            assertThat(fields("path", name, "header-row", header))
                    .as("seed " + seed)
                    .isEqualTo(written);
        }
    }

    private static void fill(
            Workbook workbook, int header, Random random, List<Map<String, @Nullable Object>> written) {
        Sheet sheet = workbook.createSheet();
        int columns = 1 + random.nextInt(8);
        Object[] names = new Object[columns];
        for (int column = 0; column < columns; column++) {
            names[column] = "列" + column;
        }
        Sheets.row(sheet, header, names);
        for (int row = header + 1; row < header + random.nextInt(40); row++) {
            if (random.nextInt(5) > 0) {
                written.add(row(sheet, row, columns, random));
            }
        }
        written.removeIf(fields -> fields.values().stream().allMatch(Objects::isNull));
    }

    private static Map<String, @Nullable Object> row(Sheet sheet, int row, int columns, Random random) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int column = 0; column < columns; column++) {
            fields.put("列" + column, cell(sheet, row, column, random));
        }
        return fields;
    }

    private static @Nullable Object cell(Sheet sheet, int row, int column, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> number(sheet, row, column, random.nextInt(2_000_000) - 1_000_000, "#,##0");
            case 2 -> day(sheet, row, column, random.nextInt(40_000) + 20_000);
            case 3 -> moment(sheet, row, column, 1 + random.nextInt(86_399));
            default -> text(sheet, row, column, random);
        };
    }

    private static LocalDate day(Sheet sheet, int row, int column, int day) {
        number(sheet, row, column, day, "yyyy/m/d");
        return LocalDate.of(1899, 12, 30).plusDays(day);
    }

    private static LocalDateTime moment(Sheet sheet, int row, int column, int second) {
        number(sheet, row, column, 46113 + second / 86_400.0, "yyyy/m/d h:mm:ss");
        return LocalDateTime.of(2026, 4, 1, 0, 0).plusSeconds(second);
    }

    private static Object number(Sheet sheet, int row, int column, double value, String format) {
        Sheets.number(sheet, row, column, value, format);
        return (long) value;
    }

    private static String text(Sheet sheet, int row, int column, Random random) {
        StringBuilder text = new StringBuilder("文");
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append("aあ&<\"\n 　１_x0041".charAt(random.nextInt(13)));
        }
        Row existing = sheet.getRow(row - 1);
        (existing == null ? sheet.createRow(row - 1) : existing)
                .createCell(column)
                .setCellValue(text.toString());
        return text.toString();
    }
}
