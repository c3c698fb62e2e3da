package dev.kenshin.publish;

import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one table into its sheet: header in row 1, so that filters and pivot tables work. */
final class TableSheet {
    private static final int MOST_LINES = 6;
    private static final float LINE_POINTS = 16;
    private static final float PADDING_POINTS = 5;
    private static final int CHARACTER = 256;

    private final Sheet sheet;
    private final Appearance appearance;
    private final List<PublishedColumn> columns;
    private final int[] shown;
    private final SheetColumn[] cells;
    private final int unitColumn;
    private final int levelColumn;
    private int next;
    private int dataRows;

    TableSheet(Sheet sheet, PublishedTable table, Appearance appearance) {
        this.sheet = sheet;
        this.appearance = appearance;
        this.columns = table.columns();
        this.shown = SheetLayout.of(table).shown(table, appearance.language()).stream()
                .mapToInt(Integer::intValue)
                .toArray();
        this.cells = new SheetColumn[shown.length];
        this.unitColumn = column("unit");
        this.levelColumn = column("level");
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
        return shown.length;
    }

    void add(@Nullable Object[] values) {
        Row row = sheet.createRow(next++);
        dataRows++;
        int lines = 1;
        for (int i = 0; i < shown.length; i++) {
            PublishedColumn column = columns.get(shown[i]);
            lines = Math.max(
                    lines,
                    cells[i].fill(row.createCell(i), values[shown[i]], unit(column, values), level(column, values)));
        }
        row.setHeightInPoints(LINE_POINTS * Math.min(lines, MOST_LINES) + PADDING_POINTS);
    }

    /** A last row that says something about the table instead of being part of it. */
    void note(String words) {
        Cell cell = sheet.createRow(next++).createCell(0);
        cell.setCellValue(words);
        cell.setCellStyle(appearance.styles().bold());
    }

    /** Called after the last row, when it is known how wide the columns must be. */
    void setWidths() {
        for (int i = 0; i < cells.length; i++) {
            sheet.setColumnWidth(i, cells[i].width() * CHARACTER);
        }
    }

    private void header() {
        Row row = sheet.createRow(next++);
        int lines = 2;
        for (int i = 0; i < shown.length; i++) {
            cells[i] = new SheetColumn(columns.get(shown[i]), appearance);
            lines = Math.max(lines, cells[i].header(row.createCell(i)));
        }
        row.setHeightInPoints(LINE_POINTS * lines);
    }

    /** The unit of a column whose every row has its own stands beside it. */
    private String unit(PublishedColumn column, @Nullable Object[] row) {
        return unitColumn >= 0 && column.name().equals("value") && row[unitColumn] instanceof String own
                ? own
                : column.unit();
    }

    /** Health wears the colours of its level, so that the eye finds who is in danger. */
    private @Nullable String level(PublishedColumn column, @Nullable Object[] row) {
        return levelColumn >= 0 && column.name().equals("health") && row[levelColumn] instanceof String level
                ? level
                : null;
    }

    private int column(String name) {
        return columns.stream().map(PublishedColumn::name).toList().indexOf(name);
    }
}
