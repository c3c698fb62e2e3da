package dev.kenshin.problem;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what somebody probably meant who wrote a name that does not exist. */
public final class Suggestion {
    private static final int LISTED = 12;
    private static final int SHORTEST_STEM = 3;

    private Suggestion() {}

    /** The known name that is nearest to the written one, or empty where none is near enough to be meant. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        return closest(
                written,
                known.stream()
                        .filter(name -> begins(written, name) || distance(written, name) <= tolerance(written, name))
                        .toList());
    }

    /** The known name with the fewest edits, however many; empty where none is known. Only ever shown, never used. */
    public static Optional<String> closest(String written, Collection<String> known) {
        return known.stream()
                .filter(name -> !name.isBlank())
                .min(Comparator.<String>comparingInt(name -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** An instruction: the name that was probably meant, or else the names there are. */
    public static Text among(String written, Collection<String> known) {
        return nearest(written, known)
                .map(name -> new Text("「" + name + "」のことではありませんか。", "Did you mean '" + name + "'?"))
                .orElseGet(() -> oneOf(known));
    }

    private static Text oneOf(Collection<String> known) {
        if (known.isEmpty()) {
            return new Text("まだ一つもありません。先に作ってください。", "There is none yet: add it first.");
        }
        String names = known.stream().limit(LISTED).collect(Collectors.joining(", "));
        String more = known.size() > LISTED ? ", …" : "";
        return new Text("使えるもの: " + names + more + "。", "Use one of: " + names + more + ".");
    }

    private static boolean begins(String written, String name) {
        return written.length() >= SHORTEST_STEM && name.startsWith(written);
    }

    private static int tolerance(String written, String name) {
        return Math.max(1, Math.min(written.length(), name.length()) / 3);
    }

    /** Edits (insert, delete, replace, swap neighbours) from one name to the other; case and width are ignored. */
    private static int distance(String written, String name) {
        String from = plain(written);
        String to = plain(name);
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static int fewest(int[][] edits, String from, String to, int i, int j) {
        int replaced = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}
