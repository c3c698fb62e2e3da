package dev.kenshin.mapping.convert;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads digits mixed with 百, 千, 万, 億 and 兆, such as {@code 12万3,000}, {@code 1.5億} or {@code 3千万}. Units must
 * descend, a part must be smaller than the unit before it, and only the last part may have a fraction.
 */
final class JapaneseFigure {
    private static final Pattern PLAIN = Pattern.compile("(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?|\\.[0-9]+");
    private static final Pattern PART = Pattern.compile("\\G(" + PLAIN.pattern() + ")?([百千万億兆])?");

    private BigDecimal total = BigDecimal.ZERO;
    /** What waits for the next of 万, 億, 兆, or for the end. */
    private BigDecimal section = BigDecimal.ZERO;

    private @Nullable BigDecimal largeLimit;
    private @Nullable BigDecimal smallLimit;
    private boolean fraction;

    private JapaneseFigure() {}

    static Optional<BigDecimal> read(String figure) {
        if (PLAIN.matcher(figure).matches()) {
            return Optional.of(new BigDecimal(figure.replace(",", "")));
        }
        return new JapaneseFigure().parts(figure);
    }

    private Optional<BigDecimal> parts(String figure) {
        Matcher part = PART.matcher(figure);
        int end = 0;
        while (end < figure.length() && part.find() && part.end() > end) {
            end = part.end();
            if (!add(part.group(1), part.group(2))) {
                return Optional.empty();
            }
        }
        boolean complete = end == figure.length() && below(section, largeLimit);
        return complete ? Optional.of(total.add(section)) : Optional.empty();
    }

    private boolean add(@Nullable String digits, @Nullable String unit) {
        BigDecimal worth = worth(unit);
        boolean large = worth.compareTo(BigDecimal.valueOf(1000)) > 0;
        if (digits == null ? !large || section.signum() == 0 : fraction) {
            return false;
        }
        BigDecimal count = digits == null ? BigDecimal.ZERO : new BigDecimal(digits.replace(",", ""));
        fraction = fraction || count.stripTrailingZeros().scale() > 0;
        return large ? close(count, worth) : collect(count.multiply(worth), worth);
    }

    private boolean collect(BigDecimal amount, BigDecimal worth) {
        boolean fits = below(amount, smallLimit);
        section = section.add(amount);
        smallLimit = worth;
        return fits;
    }

    private boolean close(BigDecimal count, BigDecimal worth) {
        boolean fits = below(count, smallLimit);
        BigDecimal amount = section.add(count).multiply(worth);
        boolean descends = below(amount, largeLimit);
        total = total.add(amount);
        section = BigDecimal.ZERO;
        smallLimit = null;
        largeLimit = worth;
        return fits && descends;
    }

    private static boolean below(BigDecimal amount, @Nullable BigDecimal limit) {
        return limit == null || amount.compareTo(limit) < 0;
    }

    private static BigDecimal worth(@Nullable String unit) {
        if (unit == null) {
            return BigDecimal.ONE;
        }
        return BigDecimal.ONE.scaleByPowerOfTen(
                switch (unit) {
                    case "百" -> 2;
                    case "千" -> 3;
                    case "万" -> 4;
                    case "億" -> 8;
                    default -> 12;
                });
    }
}
