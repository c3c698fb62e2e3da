package dev.kenshin.publish;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet would take for a formula, and that somebody may have written into a source for just that.
 *
 * <p>A line is dangerous when it starts with {@code = + - @}, their full-width forms, TAB or CR, also behind blanks and
 * invisible characters, and also when it is not the cell's first line.
 */
final class Formula {
    private static final String BLANK = "[\\p{Z}\\p{C}&&[^\\r\\n]]*";
    private static final String SIGN = "[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]";
    private static final Pattern START = Pattern.compile("(?<![^\\r\\n])(?=" + BLANK + SIGN + "|\\t)|\\A(?=\\r)");

    private Formula() {}

    static boolean in(String text) {
        return START.matcher(text).find();
    }

    /** The text with an apostrophe before every dangerous line, which spreadsheets read as "this is text". */
    static String defuse(String text) {
        return START.matcher(text).replaceAll("'");
    }
}
