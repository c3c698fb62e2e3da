package dev.kenshin.source.excel;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/** Finds a stream's sheet. */
final class Sheets {
    private Sheets() {}

    /** By name, or else by position counted from 1. */
    static Sheet find(Workbook workbook, SourceFile file, StreamConfig stream) throws SourceUnavailable {
        String wanted = Layout.of(stream).sheet();
        List<String> names = IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetName)
                .toList();
        int index = names.contains(wanted) ? names.indexOf(wanted) : position(wanted) - 1;
        if (index < 0 || index >= names.size()) {
            throw ExcelProblems.noSheet(file, wanted, names);
        }
        return workbook.getSheetAt(index);
    }

    /** Merged regions stand behind the rows in the file, so that they take a reading of their own. */
    static Merges merges(SourceFile file, StreamConfig stream, Passwords passwords)
            throws SourceUnavailable, IOException {
        try (Workbook workbook = Workbooks.open(file, passwords.of(stream))) {
            Sheet sheet = find(workbook, file, stream);
            sheet.rowIterator().forEachRemaining(row -> {});
            return new Merges(sheet.getMergedRegions());
        }
    }

    private static int position(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }
}
