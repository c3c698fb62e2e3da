package dev.kenshin.job;

import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what was published, as a spreadsheet would. */
final class CsvTable {
    private CsvTable() {}

    /** Each row by column. */
    static List<CsvRow> read(Path file) throws IOException {
        List<String[]> lines = lines(file);
        List<CsvRow> rows = new ArrayList<>();
        for (String[] cells : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(lines.get(0)[i].replace("\uFEFF", ""), cells[i]);
            }
            rows.add(new CsvRow(row));
        }
        return rows;
    }

    private static List<String[]> lines(Path file) throws IOException {
        try (var reader = new CSVReaderBuilder(Files.newBufferedReader(file))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .build()) {
            return reader.readAll();
        } catch (CsvException e) {
            throw new IOException(e);
        }
    }
}
