package dev.kenshin.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a subject's addresses and names out of texts. */
public final class Wording {
    private final Set<String> emails;
    private final List<Pattern> names = new ArrayList<>();

    public Wording(Subject subject) {
        this.emails = subject.addresses();
        subject.names().forEach(name -> names.add(pattern(name)));
        subject.accounts().forEach(id -> names.add(pattern(id)));
    }

    /** The text with {@code ***} in their place. */
    public String without(String text) {
        String kept = Addresses.without(text, emails::contains);
        for (Pattern name : names) {
            kept = name.matcher(kept).replaceAll(Matcher.quoteReplacement(Addresses.GONE));
        }
        return kept;
    }

    boolean isIn(String text) {
        return !without(text).equals(text);
    }

    /** {@code C3} is not meant by {@code C30}, and {@code 12} only where it stands in quotes: else it is a number. */
    private static Pattern pattern(String name) {
        if (!Subject.hasLetter(name)) {
            return Pattern.compile("(?<=[「'\"(])" + Pattern.quote(name) + "(?=[」'\")])|^" + Pattern.quote(name) + "$");
        }
        String before = bounded(name.charAt(0)) ? "(?<![A-Za-z0-9])" : "";
        String after = bounded(name.charAt(name.length() - 1)) ? "(?![A-Za-z0-9])" : "";
        return Pattern.compile(before + Pattern.quote(name) + after);
    }

    private static boolean bounded(char edge) {
        return edge < 0x80 && Character.isLetterOrDigit(edge);
    }
}
