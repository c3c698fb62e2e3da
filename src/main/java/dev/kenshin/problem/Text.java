package dev.kenshin.problem;

/**
 * A sentence or label in the two languages Kenshin speaks. It may quote what somebody wrote into a file or a server said:
 * characters that steer a terminal, or turn the direction of writing, are not taken over.
 *
 * @param ja Japanese, never blank
 * @param en English, never blank
 */
public record Text(String ja, String en) {

    public Text {
        ja = plain(ja);
        en = plain(en);
    }

    /** The words with a replacement character for each one that a terminal obeys instead of showing it; lines and tabs stay. */
    public static String plain(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (steers(words, i)) {
                return replaced(words);
            }
        }
        return words;
    }

    private static String replaced(String words) {
        StringBuilder plain = new StringBuilder(words);
        for (int i = 0; i < plain.length(); i++) {
            if (steers(words, i)) {
                plain.setCharAt(i, '\uFFFD');
            }
        }
        return plain.toString();
    }

    private static boolean steers(String words, int at) {
        char character = words.charAt(at);
        boolean turns =
                (character >= '\u202A' && character <= '\u202E') || (character >= '\u2066' && character <= '\u2069');
        boolean endsLine = character == '\n' || (character == '\r' && words.startsWith("\n", at + 1));
        return turns || (Character.isISOControl(character) && character != '\t' && !endsLine);
    }

    /** The same words in both languages, for names that are not translated. */
    public static Text same(String words) {
        return new Text(words, words);
    }

    /** The words in {@code language}. */
    public String in(Language language) {
        return language == Language.JA ? ja : en;
    }
}
