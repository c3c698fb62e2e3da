package dev.kenshin.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A worksheet the way people keep it: titles, coloured headers, borders, and blank rows prepared below. */
final class Page {
    private static final int CHARACTER = 256;

    private final SXSSFSheet sheet;
    private final Map<String, String> slips;
    private final CellStyle title;
    private final CellStyle header;
    private final CellStyle body;
    private final CellStyle date;
    private int next;

    /**
     * @param widths of the columns, in characters
     * @param slips what stands in a cell instead of what should, by its reference ({@code D14})
     */
    Page(SXSSFWorkbook workbook, String name, List<Integer> widths, Map<String, String> slips) {
        this.sheet = workbook.createSheet(name);
        this.slips = slips;
        this.title = title(workbook);
        this.body = bordered(workbook);
        this.header = header(workbook);
        this.date = bordered(workbook);
        date.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
        for (int column = 0; column < widths.size(); column++) {
            sheet.setColumnWidth(column, widths.get(column) * CHARACTER);
        }
    }

    /** A line of text over the whole width. */
    void title(String text, int width) {
        styled(sheet.createRow(next), 0, title).setCellValue(text);
        merge(next, 0, width - 1);
        next++;
    }

    void blankLine() {
        next++;
    }

    void header(List<String> names) {
        Row row = sheet.createRow(next++);
        for (int column = 0; column < names.size(); column++) {
            styled(row, column, header).setCellValue(names.get(column));
        }
    }

    /** Joins cells of the header just written; the first keeps its text. */
    void mergeHeader(int firstColumn, int lastColumn) {
        merge(next - 1, firstColumn, lastColumn);
    }

    void freeze() {
        sheet.createFreezePane(0, next);
    }

    /** Writes a row; values are {@code String}, {@code Integer} or {@code LocalDate}, and an empty text is a blank cell. */
    void row(Object... values) {
        Row row = sheet.createRow(next++);
        for (int column = 0; column < values.length; column++) {
            String slip = slips.get(CellReference.convertNumToColString(column) + next);
            set(row, column, slip == null ? values[column] : slip);
        }
    }

    /** Hides the row just written, as a filter does that someone forgot. */
    void hide() {
        sheet.getRow(next - 1).setZeroHeight(true);
    }

    int rows() {
        return next;
    }

    /**
     * Ends the page with rows that have borders and nothing in them, ready for the next entries. It is written out at
     * once: a workbook that is left to do so takes its pages in any order, and numbers their texts differently each time.
     */
    void end(int blankRows, int width) throws IOException {
        for (int i = 0; i < blankRows; i++) {
            Row row = sheet.createRow(next++);
            for (int column = 0; column < width; column++) {
                styled(row, column, body);
            }
        }
        sheet.flushRows();
    }

    private void set(Row row, int column, Object value) {
        Cell cell = styled(row, column, value instanceof LocalDate ? date : body);
        if (value instanceof LocalDate day) {
            cell.setCellValue(day);
        } else if (value instanceof Integer number) {
            cell.setCellValue(number);
        } else if (!value.equals("")) {
            cell.setCellValue(value.toString());
        }
    }

    private void merge(int row, int firstColumn, int lastColumn) {
        sheet.addMergedRegion(new CellRangeAddress(row, row, firstColumn, lastColumn));
    }

    private static Cell styled(Row row, int column, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    private static CellStyle title(SXSSFWorkbook workbook) {
        Font font = workbook.createFont();
        font.setBold(true);
        font.setFontHeightInPoints((short) 14);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }

    private static CellStyle header(SXSSFWorkbook workbook) {
        CellStyle style = bordered(workbook);
        style.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setAlignment(HorizontalAlignment.CENTER);
        return style;
    }

    private static CellStyle bordered(SXSSFWorkbook workbook) {
        CellStyle style = workbook.createCellStyle();
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }
}
