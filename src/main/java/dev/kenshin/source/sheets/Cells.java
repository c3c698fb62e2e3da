package dev.kenshin.source.sheets;

import com.google.api.services.sheets.v4.model.ValueRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a range mean, row by row; blank cells at the end of a row and blank rows at the end are left out.
 *
 * @param rows from the first row of the range; each from its first column
 */
record Cells(CellRange range, List<List<@Nullable Object>> rows) {
    static final Cells NONE = new Cells(CellRange.EVERYTHING, List.of());

    /**
     * Puts two readings of a range together.
     *
     * @param values with dates as numbers
     * @param shown a moment later, with dates as texts
     * @return empty if the second does not say of each number what it is, since the sheet was changed in between
     */
    static Optional<Cells> of(CellRange range, ValueRange values, ValueRange shown) {
        List<List<Object>> numbers = rows(values);
        List<List<Object>> texts = rows(shown);
        if (numbers.size() != texts.size()) {
            return Optional.empty();
        }
        List<List<@Nullable Object>> rows = new ArrayList<>(numbers.size());
        for (int row = 0; row < numbers.size(); row++) {
            if (!fit(numbers.get(row), texts.get(row))) {
                return Optional.empty();
            }
            rows.add(meanings(numbers.get(row), texts.get(row)));
        }
        return Optional.of(new Cells(range, rows));
    }

    /**
     * The cells of a row that are not blank, by the sheet's column, counted from 0.
     *
     * @param index of the row within the range, counted from 0
     */
    Map<Integer, Object> row(int index) {
        Map<Integer, Object> row = new HashMap<>();
        List<@Nullable Object> cells = rows.get(index);
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (cell != null) {
                row.put(range.firstColumn() + i, cell);
            }
        }
        return row;
    }

    private static boolean fit(List<Object> numbers, List<Object> texts) {
        for (int column = 0; column < numbers.size(); column++) {
            Object shown = cell(texts, column);
            if (numbers.get(column) instanceof Number && !(shown instanceof Number || shown instanceof String)) {
                return false;
            }
        }
        return true;
    }

    private static List<@Nullable Object> meanings(List<Object> numbers, List<Object> texts) {
        List<@Nullable Object> meanings = new ArrayList<>(numbers.size());
        for (int column = 0; column < numbers.size(); column++) {
            meanings.add(CellValue.of(numbers.get(column), cell(texts, column)));
        }
        return meanings;
    }

    private static @Nullable Object cell(List<Object> row, int column) {
        return column < row.size() ? row.get(column) : null;
    }

    private static List<List<Object>> rows(ValueRange range) {
        return Optional.ofNullable(range.getValues()).orElse(List.of());
    }
}
