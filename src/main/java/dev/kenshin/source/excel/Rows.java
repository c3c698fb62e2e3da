package dev.kenshin.source.excel;

import dev.kenshin.source.SourceUnavailable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/** A sheet's rows one after the other. Columns are counted from 0, as Excel's libraries do; rows from 1, as people do. */
final class Rows {
    private final Iterator<Row> rest;
    private final CellValues values;
    private final Merges merges;
    private final SheetPlace place;
    private Map<Integer, Object> own = Map.of();
    private Map<Integer, Object> inherited = Map.of();
    private int number;
    private boolean hidden;
    private boolean readAhead;

    Rows(Sheet sheet, CellValues values, Merges merges, SheetPlace place) throws SourceUnavailable {
        this.values = values;
        this.merges = merges;
        this.place = place;
        try {
            this.rest = sheet.rowIterator(); // reads the first rows already
        } catch (RuntimeException e) {
            throw ExcelProblems.damaged(place, 1, e);
        }
    }

    /** The values of rows {@code from} … {@code to} by column; rows above are passed over, missing ones are empty. */
    List<Map<Integer, Object>> header(int from, int to) throws SourceUnavailable {
        List<Map<Integer, Object>> header = new ArrayList<>(Collections.nCopies(to - from + 1, Map.of()));
        while (number < to && next()) {
            if (number >= from && number <= to) {
                Map<Integer, Object> shown = new HashMap<>(inherited);
                shown.putAll(own);
                header.set(number - from, shown);
            }
        }
        readAhead = number > to;
        return header;
    }

    /** Goes to the next row; false at the end. */
    boolean next() throws SourceUnavailable {
        if (readAhead) {
            readAhead = false;
            return true;
        }
        try {
            if (!rest.hasNext()) {
                return false;
            }
            read(rest.next());
            return true;
        } catch (RuntimeException e) { // how the libraries tell that a workbook's inside is broken
            throw ExcelProblems.damaged(place, number + 1, e);
        }
    }

    int number() {
        return number;
    }

    boolean hidden() {
        return hidden;
    }

    /** Whether the row itself, merged regions that began above aside, holds a value in one of the columns. */
    boolean hasOwn(Set<Integer> columns) {
        return !Collections.disjoint(columns, own.keySet());
    }

    /** What a person sees in a column; null where it is blank. */
    @Nullable
    Object value(int column) {
        Object value = own.get(column);
        return value == null ? inherited.get(column) : value;
    }

    private void read(Row row) {
        number = row.getRowNum() + 1;
        hidden = row.getZeroHeight();
        own = new HashMap<>();
        for (Cell cell : row) {
            Object value = values.of(cell);
            if (value != null) {
                own.put(cell.getColumnIndex(), value);
            }
        }
        inherited = merges.inherited(row.getRowNum(), own);
    }
}
