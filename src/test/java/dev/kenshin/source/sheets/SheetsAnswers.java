package dev.kenshin.source.sheets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** What the Sheets API answers, had the workbook been made there. Every sheet has at least 1,000 rows and 26 columns. */
record SheetsAnswers(String title, Workbook workbook, DataFormatter formatter) {
    private static final Pattern RANGE = Pattern.compile("'((?:[^']|'')+)'!([A-Z]+\\d+:[A-Z]+\\d+)");

    int status(GoogleImitation.Request request) {
        return request.parameters().getOrDefault("ranges", List.of()).stream().allMatch(this::isThere) ? 200 : 400;
    }

    Object of(GoogleImitation.Request request) {
        if (status(request) == 400) {
            return error(
                    400,
                    "INVALID_ARGUMENT",
                    "Unable to parse range: " + request.parameters().get("ranges"));
        }
        return request.path().endsWith("/values:batchGet")
                ? batch(request.parameters())
                : shape(request.parameters().get("fields").get(0));
    }

    static Map<String, Object> error(int status, String reason, String message) {
        return Map.of(
                "error",
                Map.of(
                        "code", status,
                        "message", message,
                        "status", reason,
                        "errors", List.of(Map.of("message", message, "domain", "global", "reason", reason)),
                        "details",
                                List.of(Map.of(
                                        "@type", "type.googleapis.com/google.rpc.ErrorInfo", "reason", reason))));
    }

    private Object shape(String fields) {
        List<Object> sheets = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            sheets.add(sheet(workbook.getSheetAt(i), workbook.isSheetHidden(i), fields.contains("rowMetadata")));
        }
        return Map.of("properties", Map.of("title", title), "sheets", sheets);
    }

    private static Map<String, Object> sheet(Sheet sheet, boolean hidden, boolean withRows) {
        Map<String, Object> properties = new LinkedHashMap<>(Map.of("title", sheet.getSheetName()));
        properties.put("gridProperties", Map.of("rowCount", height(sheet), "columnCount", 26));
        if (hidden) {
            properties.put("hidden", true);
        }
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("properties", properties));
        if (!sheet.getMergedRegions().isEmpty()) {
            answer.put(
                    "merges",
                    sheet.getMergedRegions().stream().map(SheetsAnswers::merge).toList());
        }
        if (withRows) {
            List<Map<String, Object>> rows = IntStream.range(0, height(sheet))
                    .mapToObj(sheet::getRow)
                    .map(row -> row != null && row.getZeroHeight()
                            ? Map.<String, Object>of("hiddenByUser", true)
                            : Map.<String, Object>of())
                    .toList();
            answer.put("data", List.of(Map.of("rowMetadata", rows)));
        }
        return answer;
    }

    private static Map<String, Object> merge(CellRangeAddress region) {
        return Map.of(
                "sheetId",
                0,
                "startRowIndex",
                region.getFirstRow(),
                "endRowIndex",
                region.getLastRow() + 1,
                "startColumnIndex",
                region.getFirstColumn(),
                "endColumnIndex",
                region.getLastColumn() + 1);
    }

    private Object batch(Map<String, List<String>> parameters) {
        boolean datesAsText = parameters.get("dateTimeRenderOption").contains("FORMATTED_STRING");
        return Map.of(
                "valueRanges",
                parameters.get("ranges").stream()
                        .map(range -> values(range, datesAsText))
                        .toList());
    }

    private Map<String, Object> values(String range, boolean datesAsText) {
        Matcher parts = RANGE.matcher(range);
        Sheet sheet = parts.matches() ? workbook.getSheet(parts.group(1).replace("''", "'")) : null;
        CellRangeAddress area = CellRangeAddress.valueOf(parts.group(2));
        List<List<Object>> rows = new ArrayList<>();
        for (int row = area.getFirstRow(); row <= area.getLastRow(); row++) {
            rows.add(row(sheet.getRow(row), area, datesAsText));
        }
        trim(rows, List.of());
        return rows.isEmpty() ? Map.of("range", range) : Map.of("range", range, "values", rows);
    }

    private List<Object> row(Row row, CellRangeAddress area, boolean datesAsText) {
        List<Object> values = new ArrayList<>();
        for (int column = area.getFirstColumn(); row != null && column <= area.getLastColumn(); column++) {
            values.add(value(row.getCell(column), datesAsText));
        }
        trim(values, "");
        return values;
    }

    private Object value(Cell cell, boolean datesAsText) {
        if (cell == null) {
            return "";
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                datesAsText && DateUtil.isCellDateFormatted(cell)
                        ? formatter.formatCellValue(cell)
                        : (Object) cell.getNumericCellValue();
            case BOOLEAN -> cell.getBooleanCellValue();
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> cell.getStringCellValue();
        };
    }

    private static <T> void trim(List<T> values, T blank) {
        while (!values.isEmpty() && values.get(values.size() - 1).equals(blank)) {
            values.remove(values.size() - 1);
        }
    }

    private boolean isThere(String range) {
        Matcher parts = RANGE.matcher(range);
        Stream<String> names = IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName);
        return parts.matches() && names.anyMatch(parts.group(1).replace("''", "'")::equals);
    }

    private static int height(Sheet sheet) {
        return Math.max(1_000, sheet.getLastRowNum() + 1);
    }
}
