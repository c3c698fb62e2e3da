package dev.kenshin.source.csv;

import com.opencsv.RFC4180Parser;
import com.opencsv.enums.CSVReaderNullFieldIndicator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * opencsv's parser of RFC 4180 for lines without quotes, which are most, and a strict reading of those with quotes. The
 * original takes text behind a closing quote, or a quote within a plain field ({@code 5" disk}), for a field that goes
 * on, and the rows that follow would vanish in it. A line that the standard forbids is told aside, since the reader
 * loses its place when its parser throws.
 */
final class StrictParser extends RFC4180Parser {
    private final StringBuilder quoted = new StringBuilder();
    private boolean open;
    private Optional<String> refused = Optional.empty();

    StrictParser(char delimiter, char quote) {
        super(quote, delimiter, CSVReaderNullFieldIndicator.NEITHER);
    }

    @Override
    public boolean isPending() {
        return open;
    }

    @Override
    public String[] parseLineMulti(String line) throws IOException {
        return open || line.indexOf(quotechar) >= 0 ? split(line) : super.parseLineMulti(line);
    }

    /** Whether the last row must not be used. */
    boolean hasRefused() {
        return refused.isPresent();
    }

    /** The line that has text behind a closing quote; told once. */
    Optional<String> takeRefused() {
        Optional<String> line = refused;
        refused = Optional.empty();
        return line;
    }

    /** Positions are where the next field starts; beyond the line's length there is none. */
    private String[] split(String line) {
        List<String> cells = new ArrayList<>();
        int at = open ? quotedField(line, 0, cells) : 0;
        while (at <= line.length()) {
            at = field(line, at, cells);
        }
        return cells.toArray(String[]::new);
    }

    private int field(String line, int from, List<String> cells) {
        if (isQuote(line, from)) {
            return quotedField(line, from + 1, cells);
        }
        int separatorAt = line.indexOf(separator, from);
        int end = separatorAt < 0 ? line.length() : separatorAt;
        cells.add(line.substring(from, end));
        return end + 1;
    }

    private int quotedField(String line, int start, List<String> cells) {
        int from = start;
        int end = line.indexOf(quotechar, from);
        while (end >= 0 && isQuote(line, end + 1)) {
            quoted.append(line, from, end + 1);
            from = end + 2;
            end = line.indexOf(quotechar, from);
        }
        open = end < 0;
        quoted.append(line, from, open ? line.length() : end);
        return open ? continued(line) : closed(line, end + 1, cells);
    }

    private int continued(String line) {
        quoted.append('\n');
        return line.length() + 1;
    }

    private int closed(String line, int after, List<String> cells) {
        cells.add(quoted.toString());
        quoted.setLength(0);
        if (after < line.length() && line.charAt(after) != separator) {
            refused = Optional.of(line);
            return line.length() + 1;
        }
        return after + 1;
    }

    private boolean isQuote(String line, int at) {
        return at < line.length() && line.charAt(at) == quotechar;
    }
}
