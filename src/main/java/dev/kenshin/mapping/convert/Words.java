package dev.kenshin.mapping.convert;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Raw values as clean text: the common ground of all converters and of account identity. */
public final class Words {
    private static final int SHOWN = 80;
    /** A number beyond this is shown in scientific form, since its digits could fill the memory. */
    private static final int DIGITS = 1000;

    private static final Set<String> NOTHING =
            Set.of("n/a", "#n/a", "na", "null", "none", "nil", "なし", "無し", "無", "該当なし", "未定", "不明", "未入力", "未回答", "空欄");
    private static final Pattern DASHES = Pattern.compile("[-‐‑‒–—―−ー─━_*.…・]+");

    private Words() {}

    /**
     * The value in Unicode NFKC form without control characters and without space around it; line breaks stay. Empty
     * where the value is null or blank.
     */
    public static String of(@Nullable Object raw) {
        if (raw instanceof String text) {
            return plain(text) ? text.strip() : tidy(text);
        }
        if (raw instanceof Number number) {
            return digits(number);
        }
        return raw == null ? "" : raw.toString();
    }

    /** Whether text that should be a number, date and so on is one of the usual marks for "nothing here". */
    public static boolean isNothing(String words) {
        if (words.isEmpty() || Character.isDigit(words.charAt(0))) {
            return words.isEmpty();
        }
        return NOTHING.contains(words.toLowerCase(Locale.ROOT))
                || DASHES.matcher(words).matches();
    }

    /** The text as messages quote it, cut to a length that a person reads. */
    public static String shown(String text) {
        if (text.codePointCount(0, text.length()) <= SHOWN) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }

    /** Whether the text consists of characters that normalisation never touches, as most Japanese text does. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!plain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean plain(char letter) {
        return (letter >= ' ' && letter <= '~')
                || (letter >= '一' && letter <= '鿿')
                || (letter >= 'ぁ' && letter <= 'ゖ')
                || (letter >= 'ァ' && letter <= 'ー')
                || letter == '、'
                || letter == '。';
    }

    private static String tidy(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(point -> keep(point, kept));
        return Normalizer.normalize(kept, Normalizer.Form.NFKC).strip();
    }

    private static void keep(int point, StringBuilder kept) {
        if (point == '\t' || point == '\u2028' || point == '\u2029') {
            kept.append(' ');
        } else if (point == '\r' || point == '\n') {
            kept.append('\n');
        } else if (!invisible(point)) {
            kept.appendCodePoint(point);
        }
    }

    private static boolean invisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            case Character.FORMAT -> point != '\u200d'; // the joiner inside emoji
            default -> false;
        };
    }

    private static String digits(Number number) {
        if (number instanceof Double real && (real.isNaN() || real.isInfinite())) {
            return real.toString();
        }
        if (number instanceof Long || number instanceof Integer) {
            return number.toString();
        }
        BigDecimal exact = number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        return Math.abs((long) exact.scale()) > DIGITS
                ? exact.toString()
                : exact.stripTrailingZeros().toPlainString();
    }
}
