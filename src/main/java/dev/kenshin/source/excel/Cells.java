package dev.kenshin.source.excel;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** What a cell holds, as a record's field. */
final class Cells {
    private Cells() {}

    /**
     * The value: String, Long, BigDecimal, Boolean, LocalDate or LocalDateTime; null for a blank cell. A formula counts
     * by the value Excel computed last. An error is its text ({@code #N/A}), which no converter takes for data.
     */
    static @Nullable Object value(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? date(cell.getLocalDateTimeCellValue()) : number(cell);
            case STRING -> cell.getStringCellValue().isBlank() ? null : cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue();
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> null;
        };
    }

    private static Object date(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate() : time;
    }

    /** Excel keeps doubles and shows 15 digits; what it shows is what people mean. */
    private static Object number(Cell cell) {
        double number = cell.getNumericCellValue();
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return (long) number;
        }
        return new BigDecimal(number).round(new java.math.MathContext(15)).stripTrailingZeros();
    }
}
