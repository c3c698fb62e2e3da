package dev.kenshin.source.sheets;

import com.google.api.services.sheets.v4.model.DimensionProperties;
import com.google.api.services.sheets.v4.model.GridData;
import com.google.api.services.sheets.v4.model.GridProperties;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.SheetProperties;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a spreadsheet, without its values.
 *
 * @param rows how many it has, filled or not; 0 for a sheet that is a chart
 * @param hiddenRows counted from 0; none where nobody asked for them
 */
record Tab(
        String title, boolean visible, int rows, int columns, List<CellRangeAddress> mergedRegions, BitSet hiddenRows) {

    static Tab of(Sheet sheet) {
        SheetProperties properties = sheet.getProperties();
        GridProperties size =
                Optional.ofNullable(properties.getGridProperties()).orElseGet(GridProperties::new);
        int rows = number(size.getRowCount(), 0);
        int columns = number(size.getColumnCount(), 0);
        List<CellRangeAddress> merges = list(sheet.getMerges()).stream()
                .map(merge -> region(merge, rows, columns))
                .toList();
        return new Tab(
                properties.getTitle(),
                !isTrue(properties.getHidden()),
                rows,
                columns,
                merges,
                hidden(list(sheet.getData())));
    }

    /** Ends are not included, and those at the edge of the sheet may be left out. */
    private static CellRangeAddress region(GridRange merge, int rows, int columns) {
        return new CellRangeAddress(
                number(merge.getStartRowIndex(), 0),
                number(merge.getEndRowIndex(), rows) - 1,
                number(merge.getStartColumnIndex(), 0),
                number(merge.getEndColumnIndex(), columns) - 1);
    }

    private static BitSet hidden(List<GridData> parts) {
        BitSet hidden = new BitSet();
        for (GridData part : parts) {
            int row = number(part.getStartRow(), 0);
            for (DimensionProperties properties : list(part.getRowMetadata())) {
                hidden.set(row++, isTrue(properties.getHiddenByUser()) || isTrue(properties.getHiddenByFilter()));
            }
        }
        return hidden;
    }

    private static int number(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
