package dev.kenshin.metric;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what a person may have meant. */
final class Nearest {
    private static final int SHOWN = 8;

    private Nearest() {}

    /** The name that differs by at most a third of its letters, if there is one. */
    static Optional<String> to(String word, Collection<String> names) {
        return ordered(word, names).stream()
                .findFirst()
                .filter(name -> distance(word, name) <= Math.max(1, Math.max(word.length(), name.length()) / 3));
    }

    /** The nearest names, the most similar first, few enough to read. */
    static List<String> some(String word, Collection<String> names) {
        List<String> ordered = ordered(word, names);
        return ordered.subList(0, Math.min(SHOWN, ordered.size()));
    }

    private static List<String> ordered(String word, Collection<String> names) {
        return names.stream()
                .distinct()
                .sorted(Comparator.comparingInt((String name) -> distance(word, name))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Levenshtein's distance: the least number of letters to insert, delete or replace. */
    static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            previous = nextRow(one.charAt(i - 1), other, previous, i);
        }
        return previous[other.length()];
    }

    private static int[] nextRow(char letter, String other, int[] previous, int i) {
        int[] row = new int[previous.length];
        row[0] = i;
        for (int j = 1; j < row.length; j++) {
            int replaced = previous[j - 1] + (letter == other.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
        }
        return row;
    }
}
