package dev.kenshin.source.csv;

import com.opencsv.CSVReader;
import com.opencsv.exceptions.CsvMalformedLineException;
import com.opencsv.exceptions.CsvMultilineLimitBrokenException;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.Columns;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.FileRecords;
import dev.kenshin.source.file.SourceFile;
import dev.kenshin.source.file.TextFile;
import dev.kenshin.source.file.Unreadable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of one file. Column names are trimmed; what stands in a column without a name is left out. */
final class CsvRecords implements FileRecords {
    /** As many as Excel has; each record holds all of them in memory. */
    private static final int MOST_COLUMNS = 1 << 14;

    private final SourceFile file;
    private final TextFile text;
    private final StrictParser parser;
    private final CSVReader reader;
    private final List<String> key;
    private final String[] names;

    static CsvRecords open(SourceFile file, CsvFormat format, StreamConfig stream)
            throws IOException, SourceUnavailable {
        TextFile text = TextFile.open(file, format.charset());
        try {
            return new CsvRecords(file, text, format.parser(), stream);
        } catch (IOException | SourceUnavailable e) {
            text.close();
            throw e;
        }
    }

    private CsvRecords(SourceFile file, TextFile text, StrictParser parser, StreamConfig stream)
            throws IOException, SourceUnavailable {
        this.file = file;
        this.text = text;
        this.parser = parser;
        this.reader = CsvFormat.reader(text.lines(), parser);
        this.key = stream.key();
        this.names = header();
        Columns.check(stream, List.of(names), file.at(reader.getLinesRead(), 0));
    }

    @Override
    public @Nullable SourceItem next() throws IOException, SourceUnavailable {
        long line;
        String[] cells;
        do {
            line = reader.getLinesRead() + 1;
            cells = row(line);
        } while (cells != null && blank(cells) && !parser.hasRefused());
        return cells == null ? null : item(cells, line);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private String[] header() throws IOException, SourceUnavailable {
        String[] cells;
        do {
            cells = row(1);
        } while (cells != null && blank(cells) && !parser.hasRefused());
        Optional<String> refused = parser.takeRefused();
        if (refused.isPresent()) {
            throw CsvProblems.brokenHeader(file, refused.get());
        }
        if (cells == null) {
            throw Unreadable.empty(file);
        }
        if (cells.length > MOST_COLUMNS) {
            throw CsvProblems.tooWide(file, cells.length, MOST_COLUMNS);
        }
        return Stream.of(cells).map(String::strip).toArray(String[]::new);
    }

    private String @Nullable [] row(long line) throws IOException, SourceUnavailable {
        try {
            return reader.readNextSilently();
        } catch (CsvMalformedLineException e) {
            throw Unreadable.truncated(file, line);
        } catch (CsvMultilineLimitBrokenException e) {
            throw CsvProblems.neverClosed(file, line);
        }
    }

    private SourceItem item(String[] cells, long line) throws IOException, SourceUnavailable {
        Optional<String> refused = parser.takeRefused();
        if (refused.isPresent()) {
            return CsvProblems.quotes(file.place(line), refused.get());
        }
        if (cells.length == names.length) {
            return SourceItem.of(key, fields(cells), file.place(line));
        }
        if (cells.length < names.length && text.endsWithinLine()) {
            throw Unreadable.truncated(file, line);
        }
        return CsvProblems.width(file.place(line), cells, names.length);
    }

    private Map<String, @Nullable Object> fields(String[] cells) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(names.length * 2);
        for (int i = 0; i < names.length; i++) {
            if (!names[i].isEmpty()) {
                fields.put(names[i], cells[i]);
            }
        }
        return fields;
    }

    private static boolean blank(String[] cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
