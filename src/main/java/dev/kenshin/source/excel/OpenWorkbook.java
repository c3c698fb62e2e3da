package dev.kenshin.source.excel;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;
import dev.kenshin.source.grid.SheetNames;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Date1904Support;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * A workbook that is being read.
 *
 * @param snapshot what an {@code .xlsx} is streamed from; empty for an {@code .xls}, which is held as a whole
 */
record OpenWorkbook(SourceFile file, Workbook workbook, Optional<Snapshot> snapshot) implements Closeable {

    /** The sheet of that name, or else the one at that position among those a person sees, counted from 1. */
    Sheet sheet(String wanted) throws SourceUnavailable {
        List<String> names = names(i -> true);
        return at(names.indexOf(new SheetNames(names, visibleSheets()).find(wanted, file.whole())));
    }

    /** The names of the sheets that a person sees, in their order. */
    List<String> visibleSheets() {
        return names(i -> !workbook.isSheetHidden(i) && !workbook.isSheetVeryHidden(i));
    }

    /** A sheet's merged cells. A streamed sheet names them behind its rows, so they take a reading of their own. */
    List<CellRangeAddress> mergedRegions(Sheet sheet) throws SourceUnavailable {
        return snapshot.isPresent()
                ? Parts.mergedRegions(file, snapshot.get(), sheet.getSheetName())
                : sheet.getMergedRegions();
    }

    /** Whether days count from 1904, as on old Macintoshes. */
    boolean counts1904() {
        return workbook instanceof HSSFWorkbook old
                ? old.getInternalWorkbook().isUsing1904DateWindowing()
                : workbook instanceof Date1904Support streamed && streamed.isDate1904();
    }

    @Override
    public void close() throws IOException {
        try {
            workbook.close();
        } finally {
            if (snapshot.isPresent()) {
                snapshot.get().close();
            }
        }
    }

    private Sheet at(int index) throws SourceUnavailable {
        try {
            return workbook.getSheetAt(index);
        } catch (RuntimeException e) { // the workbook names a sheet that is not in the file
            throw ExcelProblems.broken(file, e);
        }
    }

    private List<String> names(IntPredicate which) {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .filter(which)
                .mapToObj(workbook::getSheetName)
                .toList();
    }
}
