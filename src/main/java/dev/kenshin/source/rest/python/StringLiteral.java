package dev.kenshin.source.rest.python;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in quotes.
 *
 * @param end where it ends in the text that holds it, the quotes included
 */
record StringLiteral(String value, int end) {
    private static final Pattern OPENING = Pattern.compile("([rRuU])?(\"\"\"|'''|\"|')");

    /** The one that begins there, or empty where none does. */
    static Optional<StringLiteral> at(String text, int start) {
        Matcher opening = OPENING.matcher(text).region(start, text.length());
        if (!opening.lookingAt()) {
            return Optional.empty();
        }
        String quotes = opening.group(2);
        int end = closing(text, opening.end(), quotes);
        if (end < 0) {
            return Optional.empty();
        }
        String content = text.substring(opening.end(), end);
        boolean raw = "r".equalsIgnoreCase(opening.group(1));
        return Optional.of(new StringLiteral(raw ? content : Escapes.resolved(content), end + quotes.length()));
    }

    /** By hand, since a regular expression would need the stack for each character. */
    private static int closing(String text, int start, String quotes) {
        int end = start;
        while (end < text.length() && !text.startsWith(quotes, end)) {
            if (quotes.length() == 1 && text.charAt(end) == '\n') {
                return -1;
            }
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return end < text.length() ? end : -1;
    }
}
