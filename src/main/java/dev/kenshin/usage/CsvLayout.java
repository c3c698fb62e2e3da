package dev.kenshin.usage;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import dev.kenshin.config.UsageConfig;
import dev.kenshin.warehouse.Quoted;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a CSV file is laid out, read from its first lines. DuckDB is told all of it: left to itself, it takes a file
 * with bad lines for something else.
 *
 * @param columns SQL of the columns' names and types
 */
record CsvLayout(String columns, char delimiter, char quote, String lineEnd, EventTime time) {
    private static final String BOM = "\uFEFF";
    /** Characters that certainly hold the header and the first time. */
    private static final int START = 1 << 20;

    static CsvLayout of(EventFile file, UsageConfig usage) throws UsageUnavailable {
        char delimiter = character(usage, "delimiter", ',');
        char quote = character(usage, "quote", '"');
        String start = start(file);
        try (CSVReader lines = lines(start, delimiter, quote)) {
            List<String> header = header(lines);
            EventColumns.require(usage, file.name(), header);
            EventTime time = time(lines, header.indexOf(usage.time()));
            return new CsvLayout(columns(header, "double", time, usage), delimiter, quote, lineEnd(start), time);
        } catch (IOException | CsvException e) {
            throw Scans.unreadable(file.name(), e);
        }
    }

    /** Reads files that are laid out like this. */
    Scan scan(List<EventFile> files) {
        return new Scan(files, from(files), time);
    }

    private String from(List<EventFile> files) {
        return "read_csv(" + Scan.paths(files) + ", auto_detect = false, header = true, store_rejects = true, delim = "
                + Quoted.text(String.valueOf(delimiter)) + ", quote = " + Quoted.text(String.valueOf(quote))
                + ", escape = " + Quoted.text(String.valueOf(quote)) + ", new_line = " + Quoted.text(lineEnd)
                + ", columns = " + columns + ")";
    }

    /** SQL that names the columns needed and their types; the others have numbers for names. */
    static String columns(List<String> header, String secondsType, EventTime time, UsageConfig usage) {
        List<String> needed = EventColumns.of(usage);
        return IntStream.range(0, header.size())
                .mapToObj(i -> {
                    String name = header.get(i);
                    boolean known = needed.contains(name) && header.indexOf(name) == i;
                    return Quoted.text(known ? name : "column " + i) + ": "
                            + Quoted.text(known ? type(name, secondsType, time, usage) : "varchar");
                })
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String type(String column, String secondsType, EventTime time, UsageConfig usage) {
        if (column.equals(usage.time())) {
            return time.type();
        }
        return usage.seconds().filter(column::equals).isPresent() ? secondsType : "varchar";
    }

    private static List<String> header(CSVReader lines) throws IOException, CsvException {
        String[] line = lines.readNext();
        List<String> header = line == null ? new ArrayList<>() : new ArrayList<>(Arrays.asList(line));
        header.replaceAll(name -> name.replace(BOM, ""));
        return header;
    }

    /** As the first time is written that is there. */
    private static EventTime time(CSVReader lines, int column) throws IOException, CsvException {
        for (String[] line = lines.readNext(); line != null; line = lines.readNext()) {
            String time = column < line.length ? line[column].strip() : "";
            if (!time.isEmpty()) {
                return EventTime.ofValue(time);
            }
        }
        return EventTime.LOCAL;
    }

    private static char character(UsageConfig usage, String option, char otherwise) {
        return usage.options()
                .text(option)
                .filter(text -> !text.isEmpty())
                .map(text -> text.equals("\\t") ? '\t' : text.charAt(0))
                .orElse(otherwise);
    }

    private static CSVReader lines(String start, char delimiter, char quote) {
        return new CSVReaderBuilder(new StringReader(start))
                .withCSVParser(new RFC4180ParserBuilder()
                        .withSeparator(delimiter)
                        .withQuoteChar(quote)
                        .build())
                .build();
    }

    /** As the header ends; DuckDB wants it spelled out. */
    private static String lineEnd(String start) {
        int end = start.indexOf('\n');
        return end > 0 && start.charAt(end - 1) == '\r' ? "\\r\\n" : "\\n";
    }

    private static String start(EventFile file) throws UsageUnavailable {
        char[] buffer = new char[START];
        try (Reader reader = new InputStreamReader(file.open(), StandardCharsets.UTF_8)) {
            int length = 0;
            for (int read = 0; read >= 0 && length < START; read = reader.read(buffer, length, START - length)) {
                length += read;
            }
            return new String(buffer, 0, length);
        } catch (IOException e) {
            throw Scans.unreadable(file.name(), e);
        }
    }
}
