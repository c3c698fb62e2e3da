package dev.kenshin.source.imap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads headers: encoded words (RFC 2047) with what mailers make of them. Neighbours in the same charset are joined before
 * they are decoded, since some mailers cut within a character; words count also within quotes and without blanks around
 * them; and bytes that nobody encoded are read like those of a body.
 */
final class HeaderText {
    /** The charset, the language that may follow it (RFC 2231), the encoding, and what is encoded. */
    private static final Pattern WORD = Pattern.compile("=\\?([^?*\\s]+)(?:\\*[^?\\s]*)?\\?([bBqQ])\\?([^?]*)\\?=");

    private final String raw;
    private final UnaryOperator<String> put;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream joined = new ByteArrayOutputStream();
    private String charset = "";

    private HeaderText(String raw, UnaryOperator<String> put) {
        this.raw = raw;
        this.put = put;
    }

    /** @param raw unfolded, one character a byte */
    static String decoded(String raw) {
        return tidy(new HeaderText(raw, word -> word).read());
    }

    /** The same with something else in the place of what was encoded, which may hold commas and quotes. */
    static String decoded(String raw, UnaryOperator<String> put) {
        return tidy(new HeaderText(raw, put).read());
    }

    private String read() {
        Matcher word = WORD.matcher(raw);
        int end = 0;
        while (word.find()) {
            String between = raw.substring(end, word.start());
            if (!between.isBlank() || !word.group(1).equalsIgnoreCase(charset)) {
                flush();
            }
            if (!between.isBlank() || end == 0) {
                text.append(plain(between));
            }
            charset = word.group(1);
            joined.writeBytes(bytes(word.group(2), word.group(3)));
            end = word.end();
        }
        flush();
        return text.append(plain(raw.substring(end))).toString();
    }

    private void flush() {
        if (joined.size() > 0) {
            text.append(put.apply(WrittenText.of(joined.toByteArray(), charset)));
            joined.reset();
        }
    }

    private static byte[] bytes(String encoding, String encoded) {
        byte[] bytes = encoded.getBytes(ISO_8859_1);
        return encoding.equalsIgnoreCase("b")
                ? TransferEncoding.base64(bytes)
                : TransferEncoding.quotedPrintable(bytes, true);
    }

    private static String plain(String unencoded) {
        return WrittenText.of(unencoded.getBytes(ISO_8859_1), "");
    }

    private static String tidy(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
