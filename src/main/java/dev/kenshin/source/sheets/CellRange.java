package dev.kenshin.source.sheets;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;

/**
 * A part of a sheet in A1 notation: {@code A1:H}, {@code B:D}, {@code A3:H500}. All ends are included.
 *
 * @param firstColumn counted from 0
 * @param firstRow counted from 1
 */
record CellRange(int firstColumn, int firstRow, int lastColumn, int lastRow) {
    /** No spreadsheet has as many rows or columns. */
    private static final int OPEN = 100_000_000;

    static final CellRange EVERYTHING = new CellRange(0, 1, OPEN, OPEN);

    private static final Pattern NOTATION =
            Pattern.compile("([A-Z]{0,3})([1-9]\\d{0,7})?:([A-Z]{0,3})([1-9]\\d{0,7})?", Pattern.CASE_INSENSITIVE);

    /** Empty where the text is no range, or one that ends before it begins. */
    static Optional<CellRange> parse(String text) {
        Matcher parts = NOTATION.matcher(text.strip());
        if (!parts.matches() || text.strip().equals(":")) {
            return Optional.empty();
        }
        CellRange range = new CellRange(
                column(parts.group(1), 0),
                row(parts.group(2), 1),
                column(parts.group(3), OPEN),
                row(parts.group(4), OPEN));
        return Optional.of(range).filter(CellRange::holdsCells);
    }

    /** The part of it that lies on a sheet; may hold no cells. */
    CellRange within(int rows, int columns) {
        return new CellRange(firstColumn, firstRow, Math.min(lastColumn, columns - 1), Math.min(lastRow, rows));
    }

    boolean holdsCells() {
        return firstColumn <= lastColumn && firstRow <= lastRow;
    }

    boolean holdsRows(int from, int to) {
        return firstRow <= from && to <= lastRow;
    }

    /** As the API wants it; quoted always, since a sheet may be called {@code A1}. */
    String on(String sheet) {
        return "'%s'!%s%d:%s%d"
                .formatted(sheet.replace("'", "''"), letters(firstColumn), firstRow, letters(lastColumn), lastRow);
    }

    private static String letters(int column) {
        return CellReference.convertNumToColString(column);
    }

    private static int column(String letters, int otherwise) {
        return letters.isEmpty() ? otherwise : CellReference.convertColStringToIndex(letters);
    }

    private static int row(String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
