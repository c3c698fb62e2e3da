package dev.kenshin.problem;

/**
 * A sentence or label in the two languages Kenshin speaks.
 *
 * @param ja Japanese, never blank
 * @param en English, never blank
 */
public record Text(String ja, String en) {

    /** The same words in both languages, for names that are not translated. */
    public static Text same(String words) {
        return new Text(words, words);
    }

    /** The words in {@code language}. */
    public String in(Language language) {
        return language == Language.JA ? ja : en;
    }
}
