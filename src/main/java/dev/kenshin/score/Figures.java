package dev.kenshin.score;

import dev.kenshin.problem.Text;
import java.util.Locale;

/**
 * Numbers as people read them, the same on every machine. Written by hand because {@code String.format} would take
 * longer than all of scoring.
 */
public final class Figures {
    private static final long[] POWERS = {1, 10, 100};
    private static final double MANY = 1e15;

    private Figures() {}

    /**
     * A metric's value with its unit.
     *
     * @param unit as {@link MetricLabel} has it; empty for a bare number
     */
    public static Text of(double value, String unit) {
        return switch (unit) {
            case "ratio" -> Text.same(brief(value * 100) + "%");
            case "hours" -> counted(brief(value), "時間", "hour");
            case "days" -> counted(brief(value), "日", "day");
            case "yen" -> new Text(whole(value) + "円", whole(value) + " yen");
            case "flag" -> value == 0 ? new Text("いいえ", "no") : new Text("はい", "yes");
            default -> Text.same(brief(value));
        };
    }

    /**
     * A rate with the two figures that it comes from: {@code 12 ÷ 40 = 0.3}.
     *
     * @param unit of the amount
     */
    public static Text of(double amount, double per, String unit) {
        Text whole = of(amount, unit);
        Text rate = of(amount / per, unit);
        String divisor = " ÷ " + of(per, "").en() + " = ";
        return new Text(whole.ja() + divisor + rate.ja(), whole.en() + divisor + rate.en());
    }

    /** {@code +1.5}, {@code -21.4}. A plain hyphen: Japanese Windows charsets have no minus sign proper. */
    public static String points(double points) {
        return (points > 0 ? "+" : "") + decimal(points, 1);
    }

    /** Without decimals. */
    static String whole(double value) {
        return decimal(value, 0);
    }

    /** At most one decimal, two below one, and none that is zero. */
    private static String brief(double value) {
        String figure = decimal(value, Math.abs(value) < 1 ? 2 : 1);
        int end = figure.length();
        while (figure.indexOf('.') >= 0 && figure.charAt(end - 1) == '0') {
            end--;
        }
        return figure.substring(0, figure.charAt(end - 1) == '.' ? end - 1 : end);
    }

    private static Text counted(String figure, String ja, String en) {
        return new Text(figure + ja, figure + " " + en + (figure.equals("1") ? "" : "s"));
    }

    /** Rounded half away from zero, with thousands separators. */
    private static String decimal(double value, int decimals) {
        double scaled = Math.abs(value) * POWERS[decimals];
        if (scaled >= MANY) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        long digits = Math.round(scaled);
        StringBuilder text = new StringBuilder(value < 0 && digits != 0 ? "-" : "");
        thousands(text, digits / POWERS[decimals]);
        return decimals == 0 ? text.toString() : fraction(text, digits % POWERS[decimals], decimals);
    }

    private static void thousands(StringBuilder text, long whole) {
        int start = text.length();
        text.append(whole);
        for (int comma = text.length() - 3; comma > start; comma -= 3) {
            text.insert(comma, ',');
        }
    }

    private static String fraction(StringBuilder text, long digits, int decimals) {
        text.append('.');
        if (decimals == 2 && digits < 10) {
            text.append('0');
        }
        return text.append(digits).toString();
    }
}
