package dev.kenshin.privacy;

import dev.kenshin.mapping.convert.Conversion.Converted;
import dev.kenshin.mapping.convert.FieldType;
import dev.kenshin.mapping.convert.Words;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** E-mail addresses within values: alone, with a name beside them, or in the middle of a text. */
final class Addresses {
    /** Stands in the place of what was forgotten. */
    static final String GONE = "***";

    private static final Pattern IN_TEXT = Pattern.compile(
            "([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})(@|%40)([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)");

    private Addresses() {}

    /** The address that a value holds and nothing else but a name, in lower case; empty where it holds none. */
    static Optional<String> alone(@Nullable Object raw) {
        return FieldType.EMAIL.converter(ZoneOffset.UTC).convert(raw) instanceof Converted read
                        && read.value() instanceof String address
                ? Optional.of(address)
                : Optional.empty();
    }

    /**
     * The text without the addresses that are meant; the very same text where there is none. A text in full width
     * letters that holds one is replaced as a whole.
     *
     * @param meant asked with addresses in lower case
     */
    static String without(String text, Predicate<String> meant) {
        if (text.indexOf('@') < 0 && text.indexOf('＠') < 0 && !text.contains("%40")) {
            return text;
        }
        String words = Words.of(text);
        if (words.equals(text.strip())) {
            return replaced(text, meant);
        }
        return replaced(words, meant).equals(words) ? replaced(text, meant) : GONE;
    }

    private static String replaced(String text, Predicate<String> meant) {
        Matcher found = IN_TEXT.matcher(text);
        StringBuilder kept = new StringBuilder();
        int done = 0;
        while (found.find()) {
            int start = startOf(found, meant);
            if (start >= 0) {
                kept.append(text, done, start).append(GONE);
                done = found.end();
            }
        }
        return done == 0 ? text : kept.append(text, done, text.length()).toString();
    }

    /** Where an address begins that is meant; -1 for none. Quotes, equals signs and the like may stand before it. */
    private static int startOf(Matcher found, Predicate<String> meant) {
        String local = found.group(1);
        String domain = "@" + found.group(3);
        for (int i = 0; i < local.length(); i++) {
            boolean mayBegin = i == 0 || !Character.isLetterOrDigit(local.charAt(i - 1));
            if (mayBegin && meant.test((local.substring(i) + domain).toLowerCase(Locale.ROOT))) {
                return found.start() + i;
            }
        }
        return -1;
    }
}
