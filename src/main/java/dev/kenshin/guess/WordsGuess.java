package dev.kenshin.guess;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the values of a column are translated into the words that metrics know.
 *
 * @param words by value; a value that is not understood stays as it is
 */
record WordsGuess(Map<String, String> words, Remark remark) {
    private static final int MOST = 15;
    private static final int LONGEST = 30;

    /** Empty where any text will do, or the values are no words of a list. */
    static Optional<WordsGuess> of(Match match, boolean whole) {
        Map<String, String> known =
                Vocabulary.words(match.entry().table(), match.entry().column());
        Map<String, Integer> values = match.profile().values();
        boolean listed = !values.isEmpty()
                && values.size() <= MOST
                && values.keySet().stream().allMatch(value -> value.length() <= LONGEST);
        if (known.isEmpty() || !listed) {
            return Optional.empty();
        }
        WordsGuess guess = of(values, known, whole);
        boolean nothingToDo =
                guess.words().entrySet().stream().allMatch(word -> word.getKey().equals(word.getValue()));
        // A list of the words seen so far would shut out those that come later, and those are right as they are, too.
        return nothingToDo && !whole ? Optional.empty() : Optional.of(guess);
    }

    private static WordsGuess of(Map<String, Integer> values, Map<String, String> known, boolean whole) {
        Map<String, String> words = new LinkedHashMap<>();
        values.keySet().forEach(value -> words.put(value, known.getOrDefault(Name.plain(value), value)));
        String foreign = values.keySet().stream()
                .filter(value -> !known.containsKey(Name.plain(value)))
                .collect(Collectors.joining(", "));
        return new WordsGuess(words, foreign.isEmpty() ? seen(whole) : unknown(foreign, known));
    }

    private static Remark seen(boolean whole) {
        return whole
                ? Remark.sure("全行にある値", "the values of all rows")
                : Remark.unsure(
                        "先頭の行だけから。ほかの値があれば足すか otherwise を書いてください",
                        "from the first rows only: add other values, or otherwise:");
    }

    private static Remark unknown(String foreign, Map<String, String> known) {
        String words = known.values().stream().distinct().collect(Collectors.joining(", "));
        return Remark.unsure("「" + foreign + "」を次のどれかに: " + words, "make '" + foreign + "' one of: " + words);
    }
}
