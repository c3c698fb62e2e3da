package dev.kenshin.source.grid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Merged cells. Only the first cell of a merged region holds a value; a person reads it as the value of all of them, and
 * so do we. Rows must be asked for in order, counted from 0.
 */
final class Merges {
    private final List<CellRangeAddress> regions;
    private final Deque<CellRangeAddress> below;
    private final List<Shown> shown = new ArrayList<>();

    Merges(List<CellRangeAddress> regions) {
        this.regions = List.copyOf(regions);
        this.below = new ArrayDeque<>(regions.stream()
                .sorted(Comparator.comparing(CellRangeAddress::getFirstRow))
                .toList());
    }

    /** The values that merged regions show in a row, by column, beside its own. */
    Map<Integer, Object> inherited(int row, Map<Integer, Object> own) {
        shown.removeIf(merge -> merge.region().getLastRow() < row);
        while (!below.isEmpty() && below.element().getFirstRow() <= row) {
            begin(below.remove(), row, own);
        }
        if (shown.isEmpty()) {
            return Map.of();
        }
        Map<Integer, Object> inherited = new HashMap<>();
        shown.forEach(merge -> merge.fill(inherited));
        return inherited;
    }

    /** The columns that a region covers in a row without beginning there: they have no name of their own. */
    Set<Integer> covered(int row) {
        Set<Integer> covered = new HashSet<>();
        for (CellRangeAddress region : regions) {
            for (int column = region.getFirstColumn() + 1;
                    region.containsRow(row) && column <= region.getLastColumn();
                    column++) {
                covered.add(column);
            }
        }
        return covered;
    }

    private void begin(CellRangeAddress region, int row, Map<Integer, Object> own) {
        Object value = own.get(region.getFirstColumn());
        if (value != null && region.getFirstRow() == row) {
            shown.add(new Shown(region, value));
        }
    }

    private record Shown(CellRangeAddress region, Object value) {
        void fill(Map<Integer, Object> cells) {
            for (int column = region.getFirstColumn(); column <= region.getLastColumn(); column++) {
                cells.put(column, value);
            }
        }
    }
}
