package dev.kenshin.source.rest.template;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Capital letters and small ones. */
final class Casing {
    private Casing() {}

    static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT)
                + text.substring(first).toLowerCase(Locale.ROOT);
    }

    /** A capital at every beginning of a run of letters, as in {@code It'S}. */
    static String titled(String text) {
        return titled(text, character -> !Character.isLetter(character));
    }

    /** A capital after every character that separates words, and small letters elsewhere. */
    static String titled(String text, IntPredicate separates) {
        StringBuilder out = new StringBuilder();
        boolean begins = true;
        for (int character : text.codePoints().toArray()) {
            out.appendCodePoint(begins ? Character.toTitleCase(character) : Character.toLowerCase(character));
            begins = separates.test(character);
        }
        return out.toString();
    }

    static String swapped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .map(character -> Character.isUpperCase(character)
                        ? Character.toLowerCase(character)
                        : Character.toUpperCase(character))
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    static boolean isUpper(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(Character::isLowerCase);
    }

    static boolean isLower(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase)
                && text.codePoints().noneMatch(Character::isUpperCase);
    }
}
