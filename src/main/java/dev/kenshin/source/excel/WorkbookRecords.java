package dev.kenshin.source.excel;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.FileRecords;
import dev.kenshin.source.file.SourceFile;
import dev.kenshin.source.grid.GridRecords;
import dev.kenshin.source.grid.Layout;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of one workbook, which stays open meanwhile. */
record WorkbookRecords(OpenWorkbook workbook, GridRecords records) implements FileRecords {

    /** Opens the stream's sheet and reads its header. */
    static WorkbookRecords open(SourceFile file, StreamConfig stream, Layout layout, Optional<String> password)
            throws IOException, SourceUnavailable {
        OpenWorkbook workbook = Workbooks.open(file, password);
        try {
            SheetGrid grid = new SheetGrid(workbook, layout.sheet());
            return new WorkbookRecords(workbook, new GridRecords(grid, stream, layout));
        } catch (SourceUnavailable | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    @Override
    public @Nullable SourceItem next() throws SourceUnavailable {
        return records.next();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
