package dev.kenshin.publish;

import java.math.BigDecimal;
import tools.jackson.core.io.NumberOutput;

/** Numbers as a spreadsheet reads them: unrounded, without an exponent, without zeros that say nothing. */
final class PlainNumber {
    private PlainNumber() {}

    static String of(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /**
     * The shortest decimal that is read back as the same number. {@code Double.toString} gives that only from Java 19
     * on, and the tables must not depend on the Java that wrote them; Jackson brings the same algorithm along.
     */
    static String of(double number) {
        String text = NumberOutput.toString(number, true);
        if (text.indexOf('E') >= 0) {
            return of(new BigDecimal(text));
        }
        String plain = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        return plain.equals("-0") ? "0" : plain;
    }
}
