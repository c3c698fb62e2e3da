package dev.kenshin.sandbox;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands in cells of the company's files, and how services write it. */
final class Texts {
    private static final Pattern DATE = Pattern.compile("(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?|-?\\d+(\\.\\d+)?");

    private Texts() {}

    /** Never null; an absent value is an empty text. */
    static String of(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /** Year, month and day in figures, by slashes or hyphens. */
    static boolean isDate(String text) {
        return DATE.matcher(text).matches();
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** @param text for which {@link #isDate} holds */
    static LocalDate day(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        MatchResult date = matcher.toMatchResult();
        return LocalDate.of(
                Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
    }

    /** The first moment of a day in Tokyo, such as {@code 2026-10-04T15:00:00Z}. */
    static String startOf(String date) {
        return DateTimeFormatter.ISO_INSTANT.format(
                day(date).atStartOfDay(CompanyFiles.ZONE).withZoneSameInstant(ZoneOffset.UTC));
    }

    /** A login name that stays the same for the same person. */
    static String login(String name) {
        return String.format(Locale.ROOT, "u%08x", name.hashCode());
    }
}
