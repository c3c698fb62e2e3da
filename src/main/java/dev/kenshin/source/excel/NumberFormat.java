package dev.kenshin.source.excel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a number format shows a number as. The libraries' own test knows neither the Japanese era
 * ({@code [$-411]ggge"年"m"月"d"日"}) nor the Japanese built-in formats.
 */
enum NumberFormat {
    /** A number. */
    PLAIN,
    /** A day, a time of day or both. */
    MOMENT,
    /** A length of time, as in {@code [h]:mm}. */
    ELAPSED;

    /** Literal text, escaped characters, padding, colours, conditions, locales. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[[^\\]]*\\]?");

    private static final Pattern ELAPSED_UNIT = Pattern.compile("\\[(h+|m+|s+)\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPLIT_SECONDS = Pattern.compile("s\\.0+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("[0#?@%]|general", Pattern.CASE_INSENSITIVE);
    private static final Pattern CALENDAR = Pattern.compile("[ymdhsge]", Pattern.CASE_INSENSITIVE);

    /**
     * Tells the kind of a format.
     *
     * @param index by which Excel knows its built-in formats
     * @param format null where the workbook does not spell it out
     */
    static NumberFormat of(int index, @Nullable String format) {
        if ((index >= 27 && index <= 36)
                || (index >= 50 && index <= 58)) { // Japanese dates and times, seldom spelt out
            return MOMENT;
        }
        String first = format == null ? "" : format.split(";", 2)[0];
        if (ELAPSED_UNIT.matcher(first).find()) {
            return ELAPSED;
        }
        String bare =
                SPLIT_SECONDS.matcher(LITERAL.matcher(first).replaceAll("")).replaceAll("s");
        boolean moment = CALENDAR.matcher(bare).find() && !DIGITS.matcher(bare).find();
        return moment ? MOMENT : PLAIN;
    }
}
