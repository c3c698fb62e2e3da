package dev.kenshin.usage;

import dev.kenshin.warehouse.Quoted;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;

/** The forms in which events state their time, and how each becomes a business day. */
enum EventTime {
    /** A date, or a time that is local already. */
    LOCAL("timestamp"),
    /** A point in time. */
    INSTANT("timestamp with time zone"),
    /** Seconds, or milliseconds, since 1970 in UTC; seconds may have fractions. */
    EPOCH("double"),
    /** Text in any of these forms, row by row. */
    TEXT("varchar");

    private static final Pattern OFFSET = Pattern.compile(".*\\d{2}.*(Z|UTC|[+-]\\d{2}(:?\\d{2})?)");
    private static final Pattern DATE = Pattern.compile("\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}");
    /** Read by Java and by DuckDB. A date without separators has eight digits. */
    private static final String NUMBER = "[0-9]{9,13}([.][0-9]+)?";

    private static final Pattern DIGITS = Pattern.compile(NUMBER);

    /** From here on numbers count milliseconds: as seconds this would be the year 5138. */
    private static final String MILLISECONDS_FROM = "100000000000";

    /** Numbers beyond the years 1 and 9999 are no times. */
    private static final String POSSIBLE = "between -62135596800 and 253402300799999";

    private final String type;

    EventTime(String type) {
        this.type = type;
    }

    /** DuckDB's type of this form. */
    String type() {
        return type;
    }

    static EventTime ofType(String duckdbType) {
        String type = duckdbType.toLowerCase(Locale.ROOT);
        if (type.contains("with time zone")) {
            return INSTANT;
        }
        if (type.startsWith("timestamp") || type.equals("date")) {
            return LOCAL;
        }
        return isNumber(type) ? EPOCH : TEXT;
    }

    private static boolean isNumber(String type) {
        return type.endsWith("int")
                || type.endsWith("integer")
                || type.startsWith("decimal")
                || type.equals("float")
                || type.equals("double");
    }

    /** The form of a value; what looks like none of them is taken for a local time. */
    static EventTime ofValue(String value) {
        if (DIGITS.matcher(value).matches()) {
            return EPOCH;
        }
        return OFFSET.matcher(value).matches() && !DATE.matcher(value).matches() ? INSTANT : LOCAL;
    }

    /**
     * SQL for the day; null where a text or a number is no time.
     *
     * @param column quoted
     */
    String day(String column, ZoneId zone) {
        return "cast(" + localTime(column, zone) + " as date)";
    }

    private String localTime(String column, ZoneId zone) {
        return switch (this) {
            case LOCAL -> column;
            case INSTANT -> local(column, zone);
            case EPOCH -> ofEpoch("cast(" + column + " as double)", zone);
            case TEXT -> ofText("cast(" + column + " as varchar)", zone);
        };
    }

    private static String ofText(String text, ZoneId zone) {
        return "case when regexp_full_match(" + text + ", " + Quoted.text(NUMBER) + ") then "
                + ofEpoch("try_cast(" + text + " as double)", zone)
                + " when ends_with(" + text + ", 'Z') or ends_with(" + text + ", 'UTC') or (length(" + text
                + ") > 18 and regexp_matches(right(" + text + ", 6), '[+-][0-9]{2}(:?[0-9]{2})?$')) then "
                + local("try_cast(" + text + " as timestamptz)", zone)
                + " else try_cast(" + text + " as timestamp) end";
    }

    private static String ofEpoch(String number, ZoneId zone) {
        String possible = number + " " + POSSIBLE;
        String milliseconds = number + " >= " + MILLISECONDS_FROM;
        return local(
                "to_timestamp(case when not (" + possible + ") then null when " + milliseconds + " then " + number
                        + " / 1000.0 else " + number + " end)",
                zone);
    }

    private static String local(String instant, ZoneId zone) {
        return "timezone(" + Quoted.text(zone.getId()) + ", " + instant + ")";
    }
}
