package dev.kenshin.source.excel;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;
import dev.kenshin.source.grid.SheetOutline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the sheets of a workbook begin. */
public final class WorkbookOutline {
    private WorkbookOutline() {}

    /**
     * The sheets that a person sees, in their order.
     *
     * @param password already resolved
     * @param rows how many rows of each to look at
     */
    public static List<SheetOutline> of(SourceFile file, Optional<String> password, int rows)
            throws IOException, SourceUnavailable {
        try (OpenWorkbook workbook = Workbooks.open(file, password)) {
            List<SheetOutline> outlines = new ArrayList<>();
            for (String name : workbook.visibleSheets()) {
                outlines.add(SheetOutline.of(new SheetGrid(workbook, name), rows));
            }
            return outlines;
        }
    }
}
