package dev.kenshin.source.excel;

import dev.kenshin.source.grid.Numbers;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one workbook as fields. */
final class CellValues {
    /** Day numbers end with the year 9999. */
    private static final int DAYS = 2_958_466;

    private final boolean from1904;
    private final Map<Short, NumberFormat> formats = new HashMap<>();

    /** @param from1904 whether the workbook counts days from 1904 instead of 1900 */
    CellValues(boolean from1904) {
        this.from1904 = from1904;
    }

    /**
     * The value: String, Long, BigDecimal, Boolean, LocalDate or LocalDateTime; null for a blank cell. A formula counts
     * by the value Excel computed last. An error is its text ({@code #N/A}), and a length of time or a time without a
     * day is hours, minutes and seconds ({@code 01:30}, {@code 36:15:20}).
     */
    @Nullable
    Object of(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> number(cell.getNumericCellValue(), format(cell.getCellStyle()));
            case STRING -> cell.getStringCellValue().isBlank() ? null : cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue();
            case ERROR -> error(cell);
            default -> null;
        };
    }

    private Object number(double value, NumberFormat format) {
        if (format == NumberFormat.PLAIN || value < 0 || value >= DAYS) {
            return Numbers.plain(value);
        }
        return format == NumberFormat.ELAPSED || value < 1 ? Numbers.clock(value) : moment(value);
    }

    private Object moment(double value) {
        return Numbers.moment(DateUtil.getLocalDateTime(value, from1904, true));
    }

    private NumberFormat format(@Nullable CellStyle style) {
        return style == null
                ? NumberFormat.PLAIN
                : formats.computeIfAbsent(
                        style.getDataFormat(), index -> NumberFormat.of(index, style.getDataFormatString()));
    }

    private static String error(Cell cell) {
        if (cell instanceof HSSFCell) {
            byte code = cell.getErrorCellValue();
            return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR!";
        }
        // The streaming reader knows the code of no formula's error and of none that is younger than 2007.
        return cell.getStringCellValue().replace("ERROR:", "").strip();
    }
}
