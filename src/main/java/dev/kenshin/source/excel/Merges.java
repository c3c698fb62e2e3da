package dev.kenshin.source.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Merged cells. Only the first cell of a merged region holds a value; a person reads it as the value of all of them, and
 * so do we. Rows must come in order.
 */
final class Merges {
    private final Map<Integer, List<CellRangeAddress>> byRow = new HashMap<>();
    private final Map<CellRangeAddress, Object> values = new HashMap<>();

    Merges(List<CellRangeAddress> regions) {
        for (CellRangeAddress region : regions) {
            for (int row = region.getFirstRow(); row <= region.getLastRow(); row++) {
                byRow.computeIfAbsent(row, none -> new ArrayList<>()).add(region);
            }
        }
    }

    /** Gives the blank cells of merged regions the value that the region shows. */
    void fill(int row, Map<Integer, Object> cells) {
        for (CellRangeAddress region : byRow.getOrDefault(row, List.of())) {
            Object own = cells.get(region.getFirstColumn());
            if (region.getFirstRow() == row && own != null) {
                values.put(region, own);
            }
            Object value = values.get(region);
            for (int column = region.getFirstColumn(); value != null && column <= region.getLastColumn(); column++) {
                cells.putIfAbsent(column, value);
            }
        }
    }
}
