package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.PythonError;
import java.util.Optional;

/** Takes characters away at the ends of a text, or adds some. */
final class Trimming {
    private static final int WIDEST = 100_000;

    private Trimming() {}

    static String both(String text, Optional<String> characters) {
        return start(end(text, characters), characters);
    }

    static String start(String text, Optional<String> characters) {
        int start = 0;
        while (start < text.length() && goes(text.charAt(start), characters)) {
            start++;
        }
        return text.substring(start);
    }

    static String end(String text, Optional<String> characters) {
        int end = text.length();
        while (end > 0 && goes(text.charAt(end - 1), characters)) {
            end--;
        }
        return text.substring(0, end);
    }

    /** With zeros after the sign. */
    static String zeros(String text, int width) {
        String sign = text.startsWith("-") || text.startsWith("+") ? text.substring(0, 1) : "";
        return sign + "0".repeat(missing(text, width)) + text.substring(sign.length());
    }

    /** What {@code ljust(width, fillchar)} adds. */
    static String fill(String text, Arguments with) {
        return with.text(1, "fillchar", " ").repeat(missing(text, with.number(0, "width", 0)));
    }

    static int missing(String text, int width) {
        if (width > WIDEST) {
            throw PythonError.tooMuch();
        }
        return Math.max(0, width - text.codePointCount(0, text.length()));
    }

    private static boolean goes(char character, Optional<String> characters) {
        return characters.isPresent()
                ? characters.get().indexOf(character) >= 0
                : Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
