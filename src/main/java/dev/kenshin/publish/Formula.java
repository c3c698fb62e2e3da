package dev.kenshin.publish;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet would take for a formula, and that somebody may have written into a source for just that.
 *
 * <p>A line is dangerous when it starts with {@code = + - @}, their full-width forms, TAB or CR, also behind blanks and
 * invisible characters, and also when it is not the cell's first line.
 */
public final class Formula {
    private static final String BLANK = "[\\p{Z}\\p{C}&&[^\\r\\n]]*";
    private static final String SIGN = "[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]";
    private static final Pattern START = Pattern.compile("(?<![^\\r\\n])(?=" + BLANK + SIGN + "|\\t)|\\A(?=\\r)");

    private Formula() {}

    /** Whether a line of the text is dangerous. */
    public static boolean in(String text) {
        return !isPlain(text) && START.matcher(text).find();
    }

    /** The text with an apostrophe before every dangerous line, which spreadsheets read as "this is text". */
    public static String defuse(String text) {
        return isPlain(text) ? text : START.matcher(text).replaceAll("'");
    }

    /** Nearly every text is one line that begins with a letter or a digit; the pattern would take its time to say so. */
    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && Character.isLetterOrDigit(text.charAt(0))
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0;
    }
}
