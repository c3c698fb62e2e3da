package dev.kenshin.housekeeping;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180Parser;
import com.opencsv.exceptions.CsvValidationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A published CSV file, of which only what is in ASCII is looked at: names of columns, dates, how many rows there are. */
record PublishedFile(Path file) {
    private static final String MARK = "\u00ef\u00bb\u00bf";

    List<String> columns() throws IOException {
        try (CSVReader csv = open()) {
            return List.of(first(csv));
        } catch (CsvValidationException e) {
            throw new IOException(e);
        }
    }

    /** The rows whose first column is {@code first}. */
    long rows(String first) throws IOException {
        long[] count = {0};
        read(row -> count[0] += row[0].equals(first) ? 1 : 0);
        return count[0];
    }

    /** The rows, each as the first columns joined. */
    List<String> keys(int columns) throws IOException {
        List<String> keys = new ArrayList<>();
        read(row -> keys.add(String.join(".", List.of(row).subList(0, Math.min(columns, row.length)))));
        return keys;
    }

    /** The first row, without a byte order mark; empty where there is none. */
    private static String[] first(CSVReader csv) throws IOException, CsvValidationException {
        String[] row = next(csv);
        if (row.length > 0 && row[0].startsWith(MARK)) {
            row[0] = row[0].substring(MARK.length());
        }
        return row;
    }

    private static String[] next(CSVReader csv) throws IOException, CsvValidationException {
        String[] row = csv.readNext();
        return row == null ? new String[0] : row;
    }

    private CSVReader open() throws IOException {
        Reader text =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1));
        return new CSVReaderBuilder(text).withCSVParser(new RFC4180Parser()).build();
    }

    /** No byte of another character has the value of a quote or a comma, neither in UTF-8 nor in windows-31j. */
    private void read(Consumer<String[]> sink) throws IOException {
        try (CSVReader csv = open()) {
            for (String[] row = first(csv); row.length > 0; row = next(csv)) {
                sink.accept(row);
            }
        } catch (CsvValidationException e) {
            throw new IOException(e);
        }
    }
}
