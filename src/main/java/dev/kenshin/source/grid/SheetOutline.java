package dev.kenshin.source.grid;

import dev.kenshin.source.SourceUnavailable;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * How a sheet begins, for those who do not know yet where its table lies. Rows are counted from 1, columns from 0.
 *
 * @param rows the first rows as a person sees them, merged cells filled; a row without values is an empty map
 * @param merged the merged regions that begin within these rows
 */
public record SheetOutline(String name, List<Map<Integer, Object>> rows, List<Region> merged) {

    /** A merged region, its ends included. */
    public record Region(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    /**
     * How a sheet begins.
     *
     * @param limit how many rows to look at; the sheet is read no further
     */
    public static SheetOutline of(Grid sheet, int limit) throws SourceUnavailable {
        List<CellRangeAddress> regions = sheet.mergedRegions();
        return new SheetOutline(
                sheet.place().sheet(),
                new Rows(sheet, new Merges(regions)).header(1, limit),
                regions.stream()
                        .filter(region -> region.getFirstRow() < limit)
                        .map(SheetOutline::region)
                        .toList());
    }

    private static Region region(CellRangeAddress region) {
        return new Region(
                region.getFirstRow() + 1, region.getLastRow() + 1, region.getFirstColumn(), region.getLastColumn());
    }
}
