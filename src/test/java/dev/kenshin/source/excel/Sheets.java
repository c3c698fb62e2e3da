package dev.kenshin.source.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes workbooks as Excel would. */
public final class Sheets {
    private Sheets() {}

    /** Fills a workbook. */
    public interface Filling {
        void fill(Workbook workbook) throws Exception;
    }

    /** Writes {@code .xls} or {@code .xlsx}, by the file's name. */
    public static Path write(Path file, Filling filling) throws Exception {
        try (Workbook workbook = file.toString().endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
            filling.fill(workbook);
            return save(workbook, file);
        }
    }

    public static Path save(Workbook workbook, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    /** Fills a row, counted from 1; null leaves a cell out. */
    public static void row(Sheet sheet, int number, @Nullable Object... values) {
        Row row = sheet.createRow(number - 1);
        for (int column = 0; column < values.length; column++) {
            Object value = values[column];
            if (value != null) {
                set(row.createCell(column), value);
            }
        }
    }

    /** Puts a number into a cell, in a format; rows are counted from 1, columns from 0. */
    public static void number(Sheet sheet, int row, int column, double value, String format) {
        Workbook workbook = sheet.getWorkbook();
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        Row existing = sheet.getRow(row - 1);
        Cell cell = (existing == null ? sheet.createRow(row - 1) : existing).createCell(column);
        cell.setCellValue(value);
        cell.setCellStyle(style);
    }

    private static void set(Cell cell, Object value) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Boolean truth) {
            cell.setCellValue(truth);
        } else {
            cell.setCellValue(value.toString());
        }
    }
}
