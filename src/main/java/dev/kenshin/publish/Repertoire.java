package dev.kenshin.publish;

import java.nio.charset.CharsetEncoder;
import java.util.Map;

/** Fits text into what a character set can say, and counts what it cannot. For one thread. */
final class Repertoire {
    /** Unicode has two code points for each of these; Windows' Shift_JIS only knows the second. */
    private static final Map<Integer, Integer> TWINS = Map.of(
            0x301C, 0xFF5E, 0x2212, 0xFF0D, 0x2014, 0x2015, 0x2016, 0x2225, 0x00A2, 0xFFE0, 0x00A3, 0xFFE1, 0x00AC,
            0xFFE2, 0x00A5, 0xFFE5, 0x00A0, 0x0020);

    private static final int ASCII_END = 0x80;

    private final CharsetEncoder encoder;
    private final boolean unicode;
    private long lost;
    private String example = "";

    Repertoire(TableCharset charset) {
        this.encoder = charset.charset().newEncoder();
        this.unicode = charset == TableCharset.UTF_8;
    }

    /** The text, where need be with twins, or with {@code ?} for what has none. */
    String fit(String text) {
        if (isSurelyKnown(text) || encoder.canEncode(text)) {
            return text;
        }
        StringBuilder fitted = new StringBuilder(text.length());
        text.codePoints().forEach(character -> fitted.appendCodePoint(fit(character, text)));
        return fitted.toString();
    }

    /** Every set has ASCII, and Unicode lacks only halves of pairs; asking the encoder takes much longer. */
    private boolean isSurelyKnown(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= ASCII_END && (!unicode || Character.isSurrogate(character))) {
                return false;
            }
        }
        return true;
    }

    private int fit(int character, String text) {
        if (encoder.canEncode(Character.toString(character))) {
            return character;
        }
        Integer twin = TWINS.get(character);
        if (twin != null) {
            return twin;
        }
        if (lost++ == 0) {
            example = text;
        }
        return '?';
    }

    /** How many characters could not be said. */
    long lost() {
        return lost;
    }

    /** The first text that lost a character; empty where none did. */
    String example() {
        return example;
    }
}
