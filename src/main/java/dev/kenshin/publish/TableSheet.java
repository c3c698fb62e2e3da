package dev.kenshin.publish;

import dev.kenshin.problem.DisplayWidth;
import dev.kenshin.problem.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one table into its sheet: header in row 1, so that filters and pivot tables work. */
final class TableSheet {
    /** Wider text is wrapped. */
    private static final int WIDEST = 46;

    private static final int NARROWEST = 8;
    private static final int MOST_LINES = 6;
    private static final float LINE_POINTS = 16;
    private static final float PADDING_POINTS = 5;
    /** Room for the filter's button. */
    private static final int MARGIN = 3;

    private static final int EXCEL_TEXT = 32_767;

    private final Sheet sheet;
    private final PublishedTable table;
    private final List<Integer> shown;
    private final Styles styles;
    private final Terms terms;
    private final Language language;
    private final Map<String, LevelLook> looks;
    private final int unitColumn;
    private final int levelColumn;
    private final int[] widths;
    private int next;
    private int dataRows;

    TableSheet(
            Sheet sheet,
            PublishedTable table,
            Language language,
            Styles styles,
            Terms terms,
            Map<String, LevelLook> looks) {
        this.sheet = sheet;
        this.table = table;
        this.shown = SheetLayout.of(table).shown(table, language);
        this.styles = styles;
        this.terms = terms;
        this.language = language;
        this.looks = looks;
        this.unitColumn = column("unit");
        this.levelColumn = column("level");
        this.widths = new int[shown.size()];
        header();
    }

    /** How many rows there are, the header included. */
    int rows() {
        return next;
    }

    /** How many rows of the table there are. */
    int dataRows() {
        return dataRows;
    }

    int columns() {
        return shown.size();
    }

    void add(@Nullable Object[] values) {
        Row row = sheet.createRow(next++);
        dataRows++;
        int lines = 1;
        for (int i = 0; i < shown.size(); i++) {
            lines = Math.max(lines, fill(row.createCell(i), i, values));
        }
        row.setHeightInPoints(LINE_POINTS * Math.min(lines, MOST_LINES) + PADDING_POINTS);
    }

    /** A last row that says something about the table instead of being part of it. */
    void note(String words) {
        Cell cell = sheet.createRow(next++).createCell(0);
        cell.setCellValue(words);
        cell.setCellStyle(styles.bold());
    }

    /** Called after the last row, when it is known how wide the columns must be. */
    void setWidths() {
        for (int i = 0; i < widths.length; i++) {
            int width = Math.max(NARROWEST, Math.min(WIDEST, widths[i]) + MARGIN);
            sheet.setColumnWidth(i, width * 256);
        }
    }

    private void header() {
        Row row = sheet.createRow(next++);
        row.setHeightInPoints(2 * LINE_POINTS);
        for (int i = 0; i < shown.size(); i++) {
            String label = table.columns().get(shown.get(i)).label().in(language);
            Cell cell = row.createCell(i);
            cell.setCellValue(label);
            cell.setCellStyle(styles.header());
            widths[i] = DisplayWidth.of(label);
        }
    }

    /** @return how many lines the cell needs */
    private int fill(Cell cell, int position, @Nullable Object[] row) {
        PublishedColumn column = table.columns().get(shown.get(position));
        Object value = row[shown.get(position)];
        if (value instanceof String text) {
            return text(cell, position, column, text);
        }
        if (value == null) {
            cell.setCellStyle(styles.text(false, false));
        } else if (value instanceof Boolean truth) {
            cell.setCellValue(truth);
            cell.setCellStyle(styles.text(false, false));
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(styles.number(NumberFormats.DATE));
            widen(position, NumberFormats.DATE.length());
        } else if (value instanceof LocalDateTime time) {
            cell.setCellValue(time);
            cell.setCellStyle(styles.number(NumberFormats.TIME));
            widen(position, NumberFormats.TIME.length());
        } else {
            number(cell, position, column, (Number) value, row);
        }
        return 1;
    }

    private int text(Cell cell, int position, PublishedColumn column, String value) {
        String text = fitting(terms.of(column.name(), value).in(language));
        cell.setCellValue(text);
        int width = text.lines().mapToInt(DisplayWidth::of).max().orElse(0);
        widen(position, width);
        if (column.name().equals("level")) {
            cell.setCellStyle(styles.level(looks.getOrDefault(value, LevelLook.UNKNOWN), ""));
            return 1;
        }
        int lines = DisplayWidth.lines(text, WIDEST);
        cell.setCellStyle(styles.text(lines > 1, Formula.in(text)));
        return lines;
    }

    private void number(Cell cell, int position, PublishedColumn column, Number value, @Nullable Object[] row) {
        cell.setCellValue(value.doubleValue());
        String unit = column.name().equals("value") && row[unitColumn] instanceof String own ? own : column.unit();
        cell.setCellStyle(numberStyle(column, NumberFormats.of(column, unit), row));
        int digits = String.valueOf(Math.round(Math.abs(value.doubleValue()))).length();
        widen(position, digits + digits / 3 + (value instanceof BigDecimal || value instanceof Long ? 0 : 3));
    }

    /** Health wears the colours of its level, so that the eye finds who is in danger. */
    private CellStyle numberStyle(PublishedColumn column, String format, @Nullable Object[] row) {
        return levelColumn >= 0 && column.name().equals("health") && row[levelColumn] instanceof String level
                ? styles.level(looks.getOrDefault(level, LevelLook.UNKNOWN), format)
                : styles.number(format);
    }

    private int column(String name) {
        return table.columns().stream().map(PublishedColumn::name).toList().indexOf(name);
    }

    private void widen(int position, int width) {
        widths[position] = Math.max(widths[position], width);
    }

    /** A cell holds only so much; what is longer ends in an ellipsis. */
    private static String fitting(String text) {
        if (text.length() <= EXCEL_TEXT) {
            return text;
        }
        int end = EXCEL_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
