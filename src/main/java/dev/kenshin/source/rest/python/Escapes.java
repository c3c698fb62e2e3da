package dev.kenshin.source.rest.python;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The backslashes within texts in quotes. */
public final class Escapes {
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|(\\r?\\n)|(.))", Pattern.DOTALL);

    private Escapes() {}

    /** The text with every escape replaced by what it stands for; a backslash before any other character stays. */
    public static String resolved(String text) {
        return text.indexOf('\\') < 0
                ? text
                : ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(meaning(escape)));
    }

    private static String meaning(MatchResult escape) {
        for (int group = 1; group <= 3; group++) {
            if (escape.group(group) != null) {
                return character(escape.group(), Integer.parseUnsignedInt(escape.group(group), 16));
            }
        }
        if (escape.group(4) != null) {
            return Character.toString(Integer.parseInt(escape.group(4), 8));
        }
        return escape.group(5) != null ? "" : named(escape.group(6).charAt(0), escape.group());
    }

    private static String character(String written, int codePoint) {
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : written;
    }

    private static String named(char name, String written) {
        return switch (name) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'a' -> "\u0007";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'v' -> "\u000b";
            case '\\', '\'', '"' -> String.valueOf(name);
            default -> written;
        };
    }
}
