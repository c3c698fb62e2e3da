package dev.kenshin.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * A workbook as it would be had it been made in Google Sheets.
 *
 * @param title that people see
 */
record Spreadsheet(String title, List<Tab> tabs) {
    private static final int FEWEST_ROWS = 1_000;
    private static final int FEWEST_COLUMNS = 26;

    /**
     * A sheet. Cells that are blank at the end of a row, and rows at the end of the sheet, are left out.
     *
     * @param rowCount filled or not
     */
    record Tab(
            String title,
            boolean hidden,
            int rowCount,
            int columnCount,
            List<CellRangeAddress> merges,
            List<Boolean> hiddenRows,
            List<List<Value>> rows) {}

    /**
     * What a cell holds: a text, number or boolean, a date being a number.
     *
     * @param shown how people see it
     */
    record Value(Object value, String shown, boolean date) {
        static final Value BLANK = new Value("", "", false);
    }

    static Spreadsheet of(String title, Workbook workbook) {
        DataFormatter formatter = new DataFormatter();
        return new Spreadsheet(
                title,
                IntStream.range(0, workbook.getNumberOfSheets())
                        .mapToObj(i -> tab(workbook.getSheetAt(i), workbook.isSheetHidden(i), formatter))
                        .toList());
    }

    Optional<Tab> tab(String name) {
        return tabs.stream().filter(tab -> tab.title().equals(name)).findFirst();
    }

    private static Tab tab(Sheet sheet, boolean hidden, DataFormatter formatter) {
        List<List<Value>> rows = IntStream.rangeClosed(0, sheet.getLastRowNum())
                .mapToObj(sheet::getRow)
                .map(row -> row == null ? List.<Value>of() : values(row, formatter))
                .toList();
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        List<Boolean> hiddenRows = IntStream.rangeClosed(0, sheet.getLastRowNum())
                .mapToObj(sheet::getRow)
                .map(row -> row != null && row.getZeroHeight())
                .toList();
        return new Tab(
                sheet.getSheetName(),
                hidden,
                Math.max(FEWEST_ROWS, rows.size()),
                Math.max(FEWEST_COLUMNS, columns),
                List.copyOf(sheet.getMergedRegions()),
                hiddenRows,
                rows);
    }

    private static List<Value> values(Row row, DataFormatter formatter) {
        return Stream.iterate(0, column -> column < row.getLastCellNum(), column -> column + 1)
                .map(column -> value(row.getCell(column), formatter))
                .toList();
    }

    private static Value value(@Nullable Cell cell, DataFormatter formatter) {
        if (cell == null) {
            return Value.BLANK;
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> number(cell, formatter);
            case BOOLEAN -> new Value(cell.getBooleanCellValue(), "" + cell.getBooleanCellValue(), false);
            case ERROR -> text(FormulaError.forInt(cell.getErrorCellValue()).getString());
            default -> text(cell.getStringCellValue());
        };
    }

    private static Value text(String text) {
        return new Value(text, text, false);
    }

    private static Value number(Cell cell, DataFormatter formatter) {
        double number = cell.getNumericCellValue();
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return new Value(
                whole ? (Object) (long) number : (Object) number,
                formatter.formatCellValue(cell),
                DateUtil.isCellDateFormatted(cell));
    }

    /** Properties of all sheets, and which rows are hidden where asked for. */
    List<Map<String, @Nullable Object>> sheets(boolean withRows) {
        List<Map<String, @Nullable Object>> sheets = new ArrayList<>();
        for (Tab tab : tabs) {
            sheets.add(sheet(sheets.size(), tab, withRows));
        }
        return sheets;
    }

    private static Map<String, @Nullable Object> sheet(int index, Tab tab, boolean withRows) {
        Map<String, @Nullable Object> properties = Fields.of(
                "sheetId",
                index,
                "title",
                tab.title(),
                "index",
                index,
                "sheetType",
                "GRID",
                "gridProperties",
                Fields.of("rowCount", tab.rowCount(), "columnCount", tab.columnCount()));
        if (tab.hidden()) {
            properties.put("hidden", true);
        }
        Map<String, @Nullable Object> sheet = Fields.of("properties", properties);
        if (!tab.merges().isEmpty()) {
            sheet.put(
                    "merges",
                    tab.merges().stream().map(region -> merge(index, region)).toList());
        }
        if (withRows) {
            sheet.put("data", List.of(Fields.of("rowMetadata", rows(tab))));
        }
        return sheet;
    }

    private static List<Map<String, @Nullable Object>> rows(Tab tab) {
        return IntStream.range(0, tab.rowCount())
                .mapToObj(
                        row -> row < tab.hiddenRows().size() && tab.hiddenRows().get(row)
                                ? Fields.of("hiddenByUser", true)
                                : Fields.of())
                .toList();
    }

    /** Ends are not included. */
    private static Map<String, @Nullable Object> merge(int sheet, CellRangeAddress region) {
        return Fields.of(
                "sheetId",
                sheet,
                "startRowIndex",
                region.getFirstRow(),
                "endRowIndex",
                region.getLastRow() + 1,
                "startColumnIndex",
                region.getFirstColumn(),
                "endColumnIndex",
                region.getLastColumn() + 1);
    }
}
