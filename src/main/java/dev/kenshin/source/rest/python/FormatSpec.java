package dev.kenshin.source.rest.python;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a value is laid out in a format.
 *
 * @param align one of {@code < > ^}, or empty for text to the left and numbers to the right
 * @param sign {@code +}, a blank, or empty
 * @param precision -1 for none
 * @param type a letter, or empty
 */
record FormatSpec(String fill, String align, String sign, int width, boolean grouped, int precision, String type) {
    private static final Pattern FORM = Pattern.compile(
            "(?:(.)?([<>^=]))?([-+ ])?#?(0)?(\\d{1,4})?(,)?(?:\\.(\\d{1,3}))?([a-zA-Z%])?", Pattern.DOTALL);

    static FormatSpec of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw PythonError.unsuitable("format", text);
        }
        boolean zeros = matcher.group(4) != null && matcher.group(2) == null;
        return new FormatSpec(
                matcher.group(1) == null ? (zeros ? "0" : " ") : matcher.group(1),
                zeros ? "=" : or(matcher.group(2), ""),
                or(matcher.group(3), "").replace("-", ""),
                Integer.parseInt(or(matcher.group(5), "0")),
                matcher.group(6) != null,
                Integer.parseInt(or(matcher.group(7), "-1")),
                or(matcher.group(8), ""));
    }

    String apply(@Nullable Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        boolean number = Types.isNumber(value) && !(value instanceof Boolean && type.isEmpty());
        return number && !type.equals("s") ? padded(number(value), ">") : padded(cut(Printed.text(value)), "<");
    }

    private String cut(String text) {
        if (!type.isEmpty() && !type.equals("s")) {
            throw PythonError.unsuitable("%" + type, text);
        }
        return precision < 0 ? text : text.substring(0, Math.min(precision, text.length()));
    }

    private String number(@Nullable Object value) {
        String digits = digits(value);
        return digits.startsWith("-") ? digits : sign + digits;
    }

    private String digits(@Nullable Object value) {
        return switch (type) {
            case "d", "i", "n" -> grouped(Numbers.big(whole(value)).toString());
            case "x" -> Numbers.big(value).toString(16);
            case "X" -> Numbers.big(value).toString(16).toUpperCase(Locale.ROOT);
            case "o" -> Numbers.big(value).toString(8);
            case "b" -> Numbers.big(value).toString(2);
            case "f", "F" -> grouped(fixed(value, 0));
            case "%" -> grouped(fixed(value, 2)) + "%";
            case "e", "E", "g", "G" -> scientific(Numbers.fraction(value));
            default -> grouped(precision < 0 ? Printed.text(value) : scientific(Numbers.fraction(value)));
        };
    }

    private static @Nullable Object whole(@Nullable Object value) {
        if (Types.isFraction(value)) {
            throw PythonError.unsuitable("%d", value);
        }
        return value;
    }

    private String fixed(@Nullable Object value, int shift) {
        BigDecimal exact =
                Types.isFraction(value) ? new BigDecimal(Numbers.fraction(value)) : new BigDecimal(Numbers.big(value));
        return exact.movePointRight(shift)
                .setScale(precision < 0 ? 6 : precision, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private String scientific(double value) {
        int digits = precision < 0 ? 6 : precision;
        if (type.toLowerCase(Locale.ROOT).equals("e")) {
            return String.format(Locale.ROOT, "%." + digits + type, value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(Math.max(1, digits)));
        return rounded.signum() == 0
                ? "0"
                : Numbers.print(rounded.doubleValue()).replaceFirst("\\.0$", "");
    }

    private String grouped(String digits) {
        return grouped ? digits.replaceAll("(?<=\\d)(?=(?:\\d{3})+(?!\\d))(?<!\\.\\d{0,12})", ",") : digits;
    }

    private String padded(String text, String usual) {
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        return switch (align.isEmpty() ? usual : align) {
            case "<" -> text + fill.repeat(missing);
            case "^" -> fill.repeat(missing / 2) + text + fill.repeat(missing - missing / 2);
            case "=" ->
                text.matches("[-+ ].*")
                        ? text.charAt(0) + fill.repeat(missing) + text.substring(1)
                        : fill.repeat(missing) + text;
            default -> fill.repeat(missing) + text;
        };
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
