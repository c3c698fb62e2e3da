package dev.kenshin.source.excel;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;
import dev.kenshin.source.grid.Grid;
import dev.kenshin.source.grid.GridPlace;
import dev.kenshin.source.grid.GridRow;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** A sheet of an open workbook. */
final class SheetGrid implements Grid {
    private final SourceFile file;
    private final GridPlace place;
    private final List<CellRangeAddress> mergedRegions;
    private final CellValues values;
    private final Iterator<Row> rest;
    private int number;

    SheetGrid(OpenWorkbook workbook, String wanted) throws SourceUnavailable {
        Sheet sheet = workbook.sheet(wanted);
        this.file = workbook.file();
        this.place = new GridPlace(file.name(), file.shortName(), sheet.getSheetName());
        this.mergedRegions = workbook.mergedRegions(sheet);
        this.values = new CellValues(workbook.counts1904());
        try {
            this.rest = sheet.rowIterator(); // reads the first rows already
        } catch (RuntimeException e) {
            throw ExcelProblems.damaged(file, place, 1, e);
        }
    }

    @Override
    public GridPlace place() {
        return place;
    }

    @Override
    public List<CellRangeAddress> mergedRegions() {
        return mergedRegions;
    }

    @Override
    public @Nullable GridRow next() throws SourceUnavailable {
        try {
            return rest.hasNext() ? read(rest.next()) : null;
        } catch (RuntimeException e) { // how the libraries tell that a workbook's inside is broken
            throw ExcelProblems.damaged(file, place, number + 1, e);
        }
    }

    private GridRow read(Row row) {
        number = row.getRowNum() + 1;
        Map<Integer, Object> cells = new HashMap<>();
        for (Cell cell : row) {
            Object value = values.of(cell);
            if (value != null) {
                cells.put(cell.getColumnIndex(), value);
            }
        }
        return new GridRow(number, row.getZeroHeight(), cells);
    }
}
