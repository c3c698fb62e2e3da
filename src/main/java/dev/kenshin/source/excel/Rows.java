package dev.kenshin.source.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;

/** A sheet's rows one after the other, with merged cells filled. */
final class Rows {
    private static final int MOST_CELLS = 2_000;

    private final Iterator<Row> rest;
    private final Merges merges;
    private Map<Integer, Object> cells = Map.of();
    private int number;
    private boolean hidden;
    private boolean held;

    Rows(Iterator<Row> rest, Merges merges) {
        this.rest = rest;
        this.merges = merges;
    }

    /** The rows {@code from} … {@code to}, counted from 1; rows above are passed over. Rows that are missing are empty. */
    List<Map<Integer, Object>> header(int from, int to) {
        List<Map<Integer, Object>> header = new ArrayList<>();
        while (number < to && next()) {
            if (number >= from && number <= to) {
                header.add(cells);
            }
        }
        held = number > to;
        return header;
    }

    /** Goes to the next row; false at the end. */
    boolean next() {
        if (held) {
            held = false;
            return true;
        }
        if (!rest.hasNext()) {
            return false;
        }
        read(rest.next());
        return true;
    }

    /** The row's number as Excel shows it. */
    int number() {
        return number;
    }

    boolean hidden() {
        return hidden;
    }

    /** Values by column index; blank cells are absent. */
    Map<Integer, Object> cells() {
        return cells;
    }

    private void read(Row row) {
        number = row.getRowNum() + 1;
        hidden = row.getZeroHeight();
        cells = new HashMap<>();
        for (Cell cell : row) {
            Object value = cell.getColumnIndex() < MOST_CELLS ? Cells.value(cell) : null;
            if (value != null) {
                cells.put(cell.getColumnIndex(), value);
            }
        }
        merges.fill(row.getRowNum(), cells);
    }
}
