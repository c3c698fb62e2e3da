package dev.kenshin.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where something of a subject was found.
 *
 * @param place a table, a directory or a file
 * @param rows how many; files are counted likewise
 */
public record Found(String place, Fate fate, long rows) {

    /** What becomes of it. */
    public enum Fate {
        REMOVED,
        /** The rest of it stays. */
        CHANGED,
        /** A snapshot is published again without it. */
        RENEWED
    }

    /** The same, with one line a place and fate. */
    public static List<Found> summedUp(List<Found> found) {
        Map<String, Found> sums = new LinkedHashMap<>();
        found.forEach(one -> sums.merge(
                one.place() + one.fate(), one, (a, b) -> new Found(a.place(), a.fate(), a.rows() + b.rows())));
        return new ArrayList<>(sums.values());
    }
}
