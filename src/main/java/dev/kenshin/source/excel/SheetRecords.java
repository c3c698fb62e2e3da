package dev.kenshin.source.excel;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Columns;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.FileRecords;
import dev.kenshin.source.file.SourceFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;

/** The rows below a sheet's header, each as a record; blank rows are passed over. */
final class SheetRecords implements FileRecords {
    private final Workbook workbook;
    private final StreamConfig stream;
    private final Layout layout;
    private final String rowPrefix;
    private final Rows rows;
    private final Header header;
    private final Map<String, String> letters;

    private SheetRecords(Workbook workbook, Sheet sheet, Merges merges, SourceFile file, StreamConfig stream)
            throws SourceUnavailable {
        this.workbook = workbook;
        this.stream = stream;
        this.layout = Layout.of(stream);
        this.rowPrefix = file.shortName() + "!" + sheet.getSheetName() + "!";
        this.rows = new Rows(sheet.rowIterator(), merges);
        this.header = Header.of(rows.header(layout.headerFrom(), layout.headerTo()));
        this.letters = header.letters();
        if (header.names().isEmpty()) {
            throw ExcelProblems.noHeader(file, sheet.getSheetName(), layout.headerTo());
        }
        Columns.check(stream, List.copyOf(header.names().values()), file.whole());
    }

    /** Opens the stream's sheet and reads its header. */
    static SheetRecords open(SourceFile file, StreamConfig stream, Passwords passwords)
            throws IOException, SourceUnavailable {
        Merges merges = Sheets.merges(file, stream, passwords);
        Workbook workbook = Workbooks.open(file, passwords.of(stream));
        try {
            return new SheetRecords(workbook, Sheets.find(workbook, file, stream), merges, file, stream);
        } catch (SourceUnavailable | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    @Override
    public @Nullable SourceItem next() throws SourceUnavailable {
        while (rows.next()) {
            Map<String, @Nullable Object> fields = fields();
            if (!fields.values().stream().allMatch(Objects::isNull) && (layout.hiddenRows() || !rows.hidden())) {
                return SourceItem.of(stream.key(), fields, new Place(rowPrefix + rows.number(), letters));
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        header.names().forEach((column, name) -> fields.put(name, rows.cells().get(column)));
        return fields;
    }
}
