package dev.kenshin.guess;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column's name, ready to be compared.
 *
 * @param whole all of it
 * @param last what stands behind the last dot or slash: {@code email} of {@code requester.email}
 * @param bare without what stands in brackets
 */
record Name(String whole, String last, String bare) {
    private static final int SHORTEST_ENDING = 3;
    /** Of the last answer and the one before, the last one counts. */
    private static final Pattern EARLIER = Pattern.compile("^(前回|前年|前月|旧|previous|prior|before)");

    private static final int SHORTEST_LATIN_ENDING = 6;

    static Name of(String written) {
        String tail = written.substring(Math.max(written.lastIndexOf('.'), written.lastIndexOf('/')) + 1);
        String bare = Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("[(\\[【<].*?[)\\]】>]", "");
        return new Name(plain(written), plain(tail), plain(bare));
    }

    /** Letters and digits only, in one width and case. */
    static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** How much it looks like one of the names, from 0 to 1. */
    double likeness(Set<String> names) {
        if (names.contains(whole)) {
            return 1;
        }
        if (names.contains(bare)) {
            return 0.95;
        }
        if (names.contains(last)) {
            return EARLIER.matcher(whole).find() ? 0.7 : 0.85;
        }
        return names.stream().anyMatch(this::endsWith) ? 0.6 : 0;
    }

    /** As 最新契約番号 does with 契約番号. */
    private boolean endsWith(String name) {
        boolean latin = name.codePoints().allMatch(letter -> letter < 0x80);
        return name.length() >= (latin ? SHORTEST_LATIN_ENDING : SHORTEST_ENDING) && last.endsWith(name);
    }
}
