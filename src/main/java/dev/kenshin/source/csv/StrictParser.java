package dev.kenshin.source.csv;

import com.opencsv.RFC4180Parser;
import com.opencsv.enums.CSVReaderNullFieldIndicator;
import java.io.IOException;

/**
 * The parser of RFC 4180, which also refuses what the standard does not permit: text behind a closing quote. Left to
 * itself the parser would take the rows that follow into that field, and they would vanish.
 */
final class StrictParser extends RFC4180Parser {

    /** Text stands behind a closing quote. */
    static final class MalformedQuotes extends IOException {
        private static final long serialVersionUID = 1;

        MalformedQuotes(String line) {
            super(line);
        }
    }

    StrictParser(char delimiter, char quote) {
        super(quote, delimiter, CSVReaderNullFieldIndicator.NEITHER);
    }

    @Override
    public String[] parseLineMulti(String line) throws IOException {
        if (!wellFormed(line, isPending())) {
            pending = null;
            throw new MalformedQuotes(line);
        }
        return super.parseLineMulti(line);
    }

    private boolean wellFormed(String line, boolean startsInQuotes) {
        if (line.indexOf(quotechar) < 0) {
            return true;
        }
        int at = startsInQuotes ? afterQuoted(line, 0) : 0;
        while (at >= 0 && at < line.length()) {
            at = line.charAt(at) == quotechar ? afterQuoted(line, at + 1) : afterPlain(line, at);
        }
        return at >= 0;
    }

    private int afterPlain(String line, int from) {
        int end = line.indexOf(separator, from);
        return end < 0 ? line.length() : end + 1;
    }

    /** Where the next field starts, the line's length where the field goes on in the next line, or -1. */
    private int afterQuoted(String line, int from) {
        int end = line.indexOf(quotechar, from);
        while (end >= 0 && end + 1 < line.length() && line.charAt(end + 1) == quotechar) {
            end = line.indexOf(quotechar, end + 2);
        }
        if (end < 0 || end + 1 == line.length()) {
            return line.length();
        }
        return line.charAt(end + 1) == separator ? end + 2 : -1;
    }
}
