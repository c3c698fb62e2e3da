package dev.kenshin.source.excel;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Sheet;
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
     * The sheets that a person sees.
     *
     * @param password already resolved
     * @param rows how many rows to look at
     */
    public static List<SheetOutline> of(SourceFile file, Optional<String> password, int rows)
            throws IOException, SourceUnavailable {
        try (OpenWorkbook workbook = Workbooks.open(file, password)) {
            List<SheetOutline> outlines = new ArrayList<>();
            for (String name : workbook.visibleSheets()) {
                outlines.add(of(workbook, workbook.sheet(name), rows));
            }
            return outlines;
        }
    }

    private static SheetOutline of(OpenWorkbook workbook, Sheet sheet, int limit) throws SourceUnavailable {
        List<CellRangeAddress> regions = workbook.mergedRegions(sheet);
        SheetPlace place = new SheetPlace(workbook.file(), sheet.getSheetName());
        Rows rows = new Rows(sheet, new CellValues(workbook.counts1904()), new Merges(regions), place);
        return new SheetOutline(
                sheet.getSheetName(),
                rows.header(1, limit),
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
