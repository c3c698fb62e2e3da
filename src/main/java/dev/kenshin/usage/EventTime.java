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
    /** Seconds, or milliseconds, since 1970 in UTC. */
    EPOCH("bigint"),
    /** Text in any of these forms, row by row. */
    TEXT("varchar");

    private static final Pattern OFFSET = Pattern.compile(".*\\d{2}.*(Z|[+-]\\d{2}(:?\\d{2})?)");
    private static final Pattern DATE = Pattern.compile("\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}");
    private static final Pattern DIGITS = Pattern.compile("\\d{9,13}");

    /** From here on numbers count milliseconds: as seconds this would be the year 5138. */
    private static final String MILLISECONDS_FROM = "100000000000";

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
        return type.endsWith("int") || type.endsWith("integer") ? EPOCH : TEXT;
    }

    /** The form of a value; what looks like none of them is taken for a local time. */
    static EventTime ofValue(String value) {
        if (DIGITS.matcher(value).matches()) {
            return EPOCH;
        }
        return OFFSET.matcher(value).matches() && !DATE.matcher(value).matches() ? INSTANT : LOCAL;
    }

    /**
     * SQL for the day; null where a text is no time.
     *
     * @param column quoted
     */
    String day(String column, ZoneId zone) {
        return switch (this) {
            case LOCAL -> "cast(" + column + " as date)";
            case INSTANT -> day("timezone(" + zone(zone) + ", " + column + ")");
            case EPOCH ->
                day("timezone(" + zone(zone) + ", to_timestamp(case when " + column + " >= " + MILLISECONDS_FROM
                        + " then " + column + " / 1000.0 else " + column + " end))");
            case TEXT ->
                day("case when ends_with(" + column + ", 'Z') or (length(" + column
                        + ") > 18 and regexp_matches(right(" + column + ", 6), '[+-][0-9]{2}:?[0-9]{2}$'))"
                        + " then timezone(" + zone(zone) + ", try_cast(" + column + " as timestamptz))"
                        + " else try_cast(" + column + " as timestamp) end");
        };
    }

    private static String day(String timestamp) {
        return "cast(" + timestamp + " as date)";
    }

    private static String zone(ZoneId zone) {
        return Quoted.text(zone.getId());
    }
}
