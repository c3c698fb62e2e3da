package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Printed;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What follows the percent signs of a {@link DateFormat}. */
final class DateDirective {
    private static final String DAYS =
            names(DayOfWeek.values(), day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    private static final String MONTHS =
            names(Month.values(), month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    private static final long MICROS = 1_000_000;

    private DateDirective() {}

    /** What the directive makes of a time; one that is unknown stays as it is. */
    static String format(String directive, OffsetDateTime time) {
        if (directive.startsWith("-")) {
            return format(directive.substring(1), time).replaceFirst("^0+(?=.)", "");
        }
        return switch (directive) {
            case "s" -> Long.toString(time.toEpochSecond());
            case "s_as_float" -> Printed.text(TimeMembers.timestamp(time));
            case "ms" -> Long.toString(micros(time) / 1000);
            case "epoch_microseconds" -> Long.toString(micros(time));
            case "_ms" -> "%03d".formatted(time.getNano() / 1_000_000);
            case "%" -> "%";
            default -> formatDate(directive, time);
        };
    }

    private static String formatDate(String directive, OffsetDateTime time) {
        return switch (directive) {
            case "Y" -> "%04d".formatted(time.getYear());
            case "y" -> "%02d".formatted(time.getYear() % 100);
            case "m" -> "%02d".formatted(time.getMonthValue());
            case "d" -> "%02d".formatted(time.getDayOfMonth());
            case "e" -> "%2d".formatted(time.getDayOfMonth());
            case "j" -> "%03d".formatted(time.getDayOfYear());
            case "b", "h" -> shortName(time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            case "B" -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "a" -> shortName(time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            case "A" -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "w" -> Integer.toString(time.getDayOfWeek().getValue() % 7);
            case "u" -> Integer.toString(time.getDayOfWeek().getValue());
            case "G" -> "%04d".formatted(time.get(IsoFields.WEEK_BASED_YEAR));
            case "V" -> "%02d".formatted(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case "U" -> week(time, time.getDayOfWeek().getValue() % 7);
            case "W" -> week(time, time.getDayOfWeek().getValue() - 1);
            default -> formatTime(directive, time);
        };
    }

    private static String formatTime(String directive, OffsetDateTime time) {
        return switch (directive) {
            case "H" -> "%02d".formatted(time.getHour());
            case "I" -> "%02d".formatted(time.get(ChronoField.CLOCK_HOUR_OF_AMPM));
            case "M" -> "%02d".formatted(time.getMinute());
            case "S" -> "%02d".formatted(time.getSecond());
            case "f" -> "%06d".formatted(time.getNano() / 1000);
            case "p" -> time.getHour() < 12 ? "AM" : "PM";
            case "z" ->
                "Z".equals(time.getOffset().getId())
                        ? "+0000"
                        : time.getOffset().getId().replace(":", "");
            case "Z" -> "Z".equals(time.getOffset().getId()) ? "UTC" : "UTC" + time.getOffset();
            case "n" -> "\n";
            case "t" -> "\t";
            default -> "%" + directive;
        };
    }

    /** A regular expression of what the directive reads. */
    static String pattern(String directive) {
        return switch (directive.replace("-", "")) {
            case "Y", "G" -> "\\d{4}";
            case "s" -> "\\d{1,12}";
            case "s_as_float" -> "\\d{1,12}(?:\\.\\d+)?";
            case "ms" -> "\\d{1,15}";
            case "epoch_microseconds" -> "\\d{1,18}";
            case "j" -> "\\d{1,3}";
            case "f", "_ms" -> "\\d{1,6}";
            case "b", "h" -> MONTHS.replaceAll("(\\p{L}{3})\\p{L}*", "$1");
            case "B" -> MONTHS;
            case "a" -> DAYS.replaceAll("(\\p{L}{3})\\p{L}*", "$1");
            case "A" -> DAYS;
            case "p" -> "AM|PM";
            case "z" -> "Z|[+-]\\d{2}:?\\d{2}(?::?\\d{2})?";
            case "Z" -> "UTC|GMT|Z|";
            case "w", "u" -> "\\d";
            case "%" -> "%";
            default -> "\\s?\\d{1,2}";
        };
    }

    /** The months of the calendar in their order, each beginning with its three letters. */
    static int month(String name) {
        String names = MONTHS.toLowerCase(Locale.ROOT);
        return (int) names.substring(
                                0, names.indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3)))
                        .chars()
                        .filter(character -> character == '|')
                        .count()
                + 1;
    }

    static long micros(OffsetDateTime time) {
        return Math.addExact(Math.multiplyExact(time.toEpochSecond(), MICROS), time.getNano() / 1000);
    }

    private static String week(OffsetDateTime time, int dayOfWeek) {
        return "%02d".formatted((time.getDayOfYear() + 6 - dayOfWeek) / 7);
    }

    private static String shortName(String name) {
        return name.substring(0, 3);
    }

    private static <T> String names(T[] values, Function<T, String> name) {
        return Arrays.stream(values).map(name).collect(Collectors.joining("|"));
    }
}
