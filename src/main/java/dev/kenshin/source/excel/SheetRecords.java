package dev.kenshin.source.excel;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Columns;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.FileRecords;
import dev.kenshin.source.file.SourceFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The rows below a sheet's header, each as a record. Rows without a value of their own are passed over; what stands in a
 * column without a name is left out.
 */
final class SheetRecords implements FileRecords {
    private final OpenWorkbook workbook;
    private final StreamConfig stream;
    private final boolean hiddenRows;
    private final SheetPlace place;
    private final Rows rows;
    private final Header header;
    private final Map<String, String> letters;

    private SheetRecords(OpenWorkbook workbook, SourceFile file, StreamConfig stream, Layout layout)
            throws SourceUnavailable {
        Sheet sheet = workbook.sheet(layout.sheet());
        Merges merges = workbook.merges(sheet);
        this.workbook = workbook;
        this.stream = stream;
        this.hiddenRows = layout.hiddenRows();
        this.place = new SheetPlace(file, sheet.getSheetName());
        this.rows = new Rows(sheet, new CellValues(workbook.counts1904()), merges, place);
        this.header =
                Header.of(rows.header(layout.headerFrom(), layout.headerTo()), merges.covered(layout.headerTo() - 1));
        this.letters = header.letters();
        if (header.names().isEmpty()) {
            throw ExcelProblems.noHeader(place, layout.headerTo());
        }
        Columns.check(stream, List.copyOf(header.names().values()), place.row(layout.headerTo()));
    }

    /** Opens the stream's sheet and reads its header. */
    static SheetRecords open(SourceFile file, StreamConfig stream, Layout layout, Optional<String> password)
            throws IOException, SourceUnavailable {
        OpenWorkbook workbook = Workbooks.open(file, password);
        try {
            return new SheetRecords(workbook, file, stream, layout);
        } catch (SourceUnavailable | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    @Override
    public @Nullable SourceItem next() throws SourceUnavailable {
        while (rows.next()) {
            if (rows.hasOwn(header.names().keySet()) && (hiddenRows || !rows.hidden())) {
                return SourceItem.of(stream.key(), fields(), place.record(rows.number(), letters));
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(letters.size() * 2);
        header.names().forEach((column, name) -> fields.put(name, rows.value(column)));
        return fields;
    }
}
