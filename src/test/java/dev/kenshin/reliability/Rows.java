package dev.kenshin.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The rows of a file, fewer or more of them. */
final class Rows {
    private static final int HEADERS = 2;

    private Rows() {}

    /** What is left of a CSV file or a workbook without its rows. */
    static byte[] none(byte[] whole) throws IOException {
        return whole[0] == 'P' && whole[1] == 'K'
                ? withoutRows(whole)
                : (lines(whole).get(0) + "\n").getBytes(UTF_8);
    }

    private static byte[] withoutRows(byte[] whole) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(whole));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.getSheetAt(0);
            for (int i = sheet.getLastRowNum(); i >= HEADERS; i--) {
                sheet.removeRow(sheet.getRow(i));
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** The last row so many times, each time with another key, which is the first number in it. */
    static byte[] many(byte[] whole, int times) {
        String last = lines(whole).get(lines(whole).size() - 1);
        String more = IntStream.range(0, times * lines(whole).size())
                .mapToObj(i -> last.replaceFirst("\\d+", Integer.toString(1_000_000 + i)))
                .collect(Collectors.joining("\n", "", "\n"));
        return (new String(whole, UTF_8) + more).getBytes(UTF_8);
    }

    private static List<String> lines(byte[] whole) {
        return new String(whole, UTF_8).lines().toList();
    }
}
