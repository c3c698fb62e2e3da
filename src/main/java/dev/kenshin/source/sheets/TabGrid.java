package dev.kenshin.source.sheets;

import dev.kenshin.source.grid.Grid;
import dev.kenshin.source.grid.GridPlace;
import dev.kenshin.source.grid.GridRow;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** A sheet whose values have been read. */
final class TabGrid implements Grid {
    private final GridPlace place;
    private final Tab tab;
    private final Cells cells;
    private int next;

    TabGrid(String spreadsheet, Tab tab, Cells cells) {
        this.place = new GridPlace(spreadsheet, spreadsheet, tab.title());
        this.tab = tab;
        this.cells = cells;
    }

    @Override
    public GridPlace place() {
        return place;
    }

    @Override
    public List<CellRangeAddress> mergedRegions() {
        return tab.mergedRegions();
    }

    @Override
    public @Nullable GridRow next() {
        if (next == cells.rows().size()) {
            return null;
        }
        int number = cells.range().firstRow() + next;
        return new GridRow(number, tab.hiddenRows().get(number - 1), cells.row(next++));
    }
}
