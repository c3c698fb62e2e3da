package dev.kenshin.guess;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.SourceUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first rows of a stream.
 *
 * @param broken how many rows among them could not be read
 * @param whole whether there are no others
 */
record Sample(List<SourceRecord> records, long broken, boolean whole) {

    /** Reads as many rows as asked for, and no further. */
    static Sample of(Source source, StreamConfig stream, int rows) throws SourceUnavailable {
        List<SourceRecord> records = new ArrayList<>();
        long broken = 0;
        try (Extraction extraction = source.extract(stream, Optional.empty())) {
            while (records.size() + broken < rows) {
                SourceItem item = extraction.next();
                if (item == null) {
                    return new Sample(records, broken, true);
                }
                if (item instanceof SourceRecord record) {
                    records.add(record);
                } else if (item instanceof BrokenRecord) {
                    broken++;
                }
            }
            return new Sample(records, broken, extraction.next() == null);
        }
    }
}
