package dev.kenshin.publish;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a spreadsheet reads them: unrounded, without an exponent, without zeros that say nothing. */
final class PlainNumber {
    /** Every decimal of up to 15 digits survives the way into a double and back. */
    private static final int ALWAYS_EXACT = 15;

    private PlainNumber() {}

    static String of(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /**
     * The shortest decimal that is read back as the same number. {@code Double.toString} gives that only from Java 19
     * on, and the tables must not depend on the Java that wrote them.
     */
    static String of(double number) {
        BigDecimal exact = new BigDecimal(number);
        int digits = ALWAYS_EXACT;
        BigDecimal rounded = exact.round(new MathContext(digits));
        while (rounded.doubleValue() != number) {
            rounded = exact.round(new MathContext(++digits));
        }
        return of(rounded);
    }
}
