package dev.kenshin.publish;

import dev.kenshin.problem.DisplayWidth;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.jspecify.annotations.Nullable;

/** Fills the cells of one column of a sheet, and learns how wide the column must be. */
final class SheetColumn {
    /** Wider text is wrapped. */
    private static final int WIDEST = 46;

    /** Wider headers are wrapped, since figures are narrow. */
    private static final int WIDEST_HEADER = 12;

    private static final int NARROWEST = 8;
    /** Room for the filter's button. */
    private static final int MARGIN = 3;

    private static final int EXCEL_TEXT = 32_767;
    private static final int REMEMBERED = 1_000;

    private final PublishedColumn column;
    private final Appearance appearance;
    private final CellStyle empty;
    private final Map<String, Words> words = new HashMap<>();
    private final Map<String, CellStyle> styles = new HashMap<>();
    private int width;
    private double largest;

    /** A text as it is shown. Most texts of a column come again and again. */
    private record Words(String text, CellStyle style, int lines) {}

    SheetColumn(PublishedColumn column, Appearance appearance) {
        this.column = column;
        this.appearance = appearance;
        this.empty = appearance.styles().text(false, false);
    }

    /** Returns how many lines the cell needs. */
    int header(Cell cell) {
        String label = column.label().in(appearance.language());
        cell.setCellValue(label);
        cell.setCellStyle(appearance.styles().header());
        width = Math.min(WIDEST_HEADER, DisplayWidth.of(label));
        return DisplayWidth.lines(label, WIDEST_HEADER);
    }

    /**
     * Returns how many lines the cell needs.
     *
     * @param unit of the value
     * @param level of the row's account, whose colours the value wears; null where it wears none
     */
    int fill(Cell cell, @Nullable Object value, String unit, @Nullable String level) {
        if (value instanceof String text) {
            return text(cell, text);
        }
        if (value instanceof Number number) {
            number(cell, number.doubleValue(), unit, level);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            time(cell, NumberFormats.DATE);
        } else if (value instanceof LocalDateTime time) {
            cell.setCellValue(time);
            time(cell, NumberFormats.TIME);
        } else {
            if (value instanceof Boolean truth) {
                cell.setCellValue(truth);
            }
            cell.setCellStyle(empty);
        }
        return 1;
    }

    /** In characters; known when the last cell has been filled. */
    int width() {
        int digits = String.valueOf(Math.round(largest)).length();
        boolean exact = column.kind() == ColumnKind.INTEGER || column.kind() == ColumnKind.DECIMAL;
        int figures = largest == 0 ? 0 : digits + digits / 3 + (exact ? 0 : 3);
        return Math.max(NARROWEST, Math.min(WIDEST, Math.max(width, figures)) + MARGIN);
    }

    private int text(Cell cell, String value) {
        if (words.size() >= REMEMBERED) {
            words.clear();
        }
        Words shown = words.computeIfAbsent(value, this::words);
        cell.setCellValue(shown.text());
        cell.setCellStyle(shown.style());
        return shown.lines();
    }

    private Words words(String value) {
        String text = fitting(appearance.terms().of(column.name(), value).in(appearance.language()));
        width = Math.max(width, text.lines().mapToInt(DisplayWidth::of).max().orElse(0));
        Optional<LevelLook> notFresh = DataLook.of(column.name(), value);
        if (notFresh.isPresent()) {
            return new Words(text, appearance.styles().level(notFresh.get(), ""), 1);
        }
        if (Terms.holdsLevels(column.name())) {
            return new Words(text, appearance.styles().level(appearance.look(value), ""), 1);
        }
        int lines = DisplayWidth.lines(text, WIDEST + MARGIN - 1);
        boolean formula = Formula.in(value) || Formula.in(text);
        return new Words(text, appearance.styles().text(lines > 1, formula), lines);
    }

    private void number(Cell cell, double value, String unit, @Nullable String level) {
        cell.setCellValue(value);
        cell.setCellStyle(styles.computeIfAbsent(
                level == null ? unit : level,
                key -> style(NumberFormats.of(column, unit, appearance.language()), level)));
        largest = Math.max(largest, Math.abs(value));
    }

    private CellStyle style(String format, @Nullable String level) {
        return level == null
                ? appearance.styles().number(format)
                : appearance.styles().level(appearance.look(level), format);
    }

    private void time(Cell cell, String format) {
        cell.setCellStyle(styles.computeIfAbsent(format, appearance.styles()::number));
        width = Math.max(width, format.length());
    }

    /** A cell holds only so much; what is longer ends in an ellipsis. */
    private static String fitting(String text) {
        if (text.length() <= EXCEL_TEXT) {
            return text;
        }
        int end = EXCEL_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
