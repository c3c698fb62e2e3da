package dev.kenshin.usage;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides files that could be read together into batches that are read one after the other. What is grouped at a time then
 * fits into memory: all at once they take a fourth more work, since DuckDB then moves groups to disk and back.
 */
final class Batches {
    /** About a million events, as CSV has them. */
    private static final long BYTES = 64L << 20;

    /** How many bytes of CSV a byte of a compressed file stands for. */
    private static final int COMPRESSION = 8;

    private Batches() {}

    /** The same files in the same order; a file that is larger than a batch has one to itself. */
    static List<List<EventFile>> of(List<EventFile> files) {
        List<List<EventFile>> batches = new ArrayList<>();
        long room = 0;
        for (EventFile file : files) {
            room -= weight(file);
            if (batches.isEmpty() || room < 0) {
                batches.add(new ArrayList<>());
                room = BYTES - weight(file);
            }
            batches.get(batches.size() - 1).add(file);
        }
        return batches;
    }

    private static long weight(EventFile file) {
        boolean compressed = file.path().endsWith(".parquet") || file.path().endsWith(".gz");
        return compressed ? COMPRESSION * file.size() : file.size();
    }
}
