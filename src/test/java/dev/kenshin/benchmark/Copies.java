package dev.kenshin.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/**
 * What DuckDB cannot read by itself, as CSV that it can: worksheets, Shift_JIS, and letters of other widths, which are
 * all in one (Unicode NFKC) in the copies. The plain script reads them, and is not charged for their making.
 *
 * @param from the directory with the files of a night
 * @param to the directory of the copies
 */
record Copies(Path from, Path to) {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    void make() throws IOException {
        Files.createDirectories(to);
        text("crm/accounts.csv", SHIFT_JIS);
        text("crm/contracts.csv", SHIFT_JIS);
        text("projects/work.csv", StandardCharsets.UTF_8);
        text("upsell/upsell-targets.csv", StandardCharsets.UTF_8);
        text("support/tickets.jsonl", StandardCharsets.UTF_8);
        sheet("surveys/nps.xlsx", "回答", 4, "answers.csv");
        sheet("surveys/meetings.xlsx", "定例会議", 3, "meetings.csv");
        sheet("surveys/meetings.xlsx", "定性情報", 2, "observations.csv");
    }

    private void text(String file, Charset charset) throws IOException {
        Path path = from.resolve(file);
        Files.writeString(to.resolve(path.getFileName()), normal(Files.readString(path, charset)));
    }

    private void sheet(String workbook, String name, int headerRow, String copy) throws IOException {
        try (Workbook book = WorkbookFactory.create(from.resolve(workbook).toFile(), null, true);
                BufferedWriter out = Files.newBufferedWriter(to.resolve(copy))) {
            Sheet sheet = book.getSheet(name);
            int columns = sheet.getRow(headerRow - 1).getLastCellNum();
            for (int row = headerRow - 1; row <= sheet.getLastRowNum(); row++) {
                out.write(line(sheet.getRow(row), columns));
                out.newLine();
            }
        }
    }

    private static String line(Row row, int columns) {
        DataFormatter formatter = new DataFormatter(Locale.ROOT);
        return IntStream.range(0, columns)
                .mapToObj(column -> normal(formatter.formatCellValue(row.getCell(column))))
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
