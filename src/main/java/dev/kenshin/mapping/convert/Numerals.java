package dev.kenshin.mapping.convert;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as people write them: {@code 1,234.5}, {@code ¥120,000}, {@code 12万3,000円}, {@code 30%}, {@code △500},
 * {@code (500)}, {@code 500-}, {@code 1.2e3}.
 */
final class Numerals {
    private static final int LONGEST = 60;
    private static final Pattern WRITTEN =
            Pattern.compile("(?<open>\\()?\\s*(?<minus>[-−‐–△▲])?\\+?\\s*[¥\\\\]?\\s*(?<inner>[-−‐–△▲])?\\s*"
                    + "(?<figure>[0-9.,兆億万千百]*[0-9.兆億万千百])(?<exponent>[eE][+-]?[0-9]{1,3})?\\s*"
                    + "(?<unit>[円%人名件個回社席台点本])?\\s*(?<trailing>[-−])?\\s*(?<close>\\))?");

    private Numerals() {}

    /** The number that clean text (see {@link Words}) says, exactly; empty if it says none. */
    static Optional<BigDecimal> read(String words) {
        if (words.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher written = WRITTEN.matcher(words);
        return written.matches() && balanced(written) ? figure(written) : Optional.empty();
    }

    private static boolean balanced(Matcher written) {
        return (written.group("open") == null) == (written.group("close") == null) && minuses(written) <= 1;
    }

    private static Optional<BigDecimal> figure(Matcher written) {
        return JapaneseFigure.read(written.group("figure"))
                .map(value -> scaled(value, written.group("exponent")))
                .map(value -> "%".equals(written.group("unit")) ? value.movePointLeft(2) : value)
                .map(value -> minuses(written) == 1 ? value.negate() : value);
    }

    private static BigDecimal scaled(BigDecimal value, @Nullable String exponent) {
        return exponent == null ? value : value.multiply(new BigDecimal("1" + exponent));
    }

    private static int minuses(Matcher written) {
        int count = 0;
        for (String mark : new String[] {"open", "minus", "inner", "trailing"}) {
            count += written.group(mark) == null ? 0 : 1;
        }
        return count;
    }
}
