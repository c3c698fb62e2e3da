package dev.kenshin.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds figures in such a way that a person who adds up the rounded ones comes to the rounded whole: each is rounded on
 * its own, and what then is missing goes, a last digit each, to those that rounding moved most (the method of the largest
 * remainder). None is off by a full last digit.
 */
final class AddingUp {
    private AddingUp() {}

    /**
     * The figures, rounded.
     *
     * @param whole their sum, rounded; its scale is theirs
     */
    static List<BigDecimal> to(BigDecimal whole, List<Double> figures) {
        BigDecimal[] rounded =
                figures.stream().map(figure -> round(figure, whole.scale())).toArray(BigDecimal[]::new);
        BigDecimal missing = whole.subtract(Arrays.stream(rounded).reduce(BigDecimal.ZERO, BigDecimal::add));
        BigDecimal digit = BigDecimal.ONE.movePointLeft(whole.scale()).multiply(BigDecimal.valueOf(missing.signum()));
        mostMoved(figures, rounded, missing.signum())
                .limit(missing.unscaledValue().abs().longValue())
                .forEach(i -> rounded[i] = rounded[i].add(digit));
        return List.of(rounded);
    }

    static BigDecimal round(double figure, int decimals) {
        return BigDecimal.valueOf(figure).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** All digits, and no exponent. */
    static String plain(double figure) {
        String digits = BigDecimal.valueOf(figure).stripTrailingZeros().toPlainString();
        return figure == 0 ? "0" : digits;
    }

    /** Positions of the figures, first the one that rounding took most from in the missing direction. */
    private static IntStream mostMoved(List<Double> figures, BigDecimal[] rounded, int direction) {
        return IntStream.range(0, rounded.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> direction * (rounded[i].doubleValue() - figures.get(i))))
                .mapToInt(Integer::intValue);
    }
}
