package dev.kenshin.source.imap;

import java.io.ByteArrayOutputStream;

/**
 * The encodings that bring bytes through mail servers (RFC 2045), read as leniently as mailers write them: what does not
 * belong is passed over, and an end that was cut off just ends.
 */
final class TransferEncoding {
    private static final int HEX = 16;

    private TransferEncoding() {}

    static byte[] decoded(byte[] bytes, String encoding) {
        if (encoding.equalsIgnoreCase("base64")) {
            return base64(bytes);
        }
        return encoding.equalsIgnoreCase("quoted-printable") ? quotedPrintable(bytes, false) : bytes;
    }

    static byte[] base64(byte[] bytes) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        int bits = 0;
        int count = 0;
        for (byte digit : bytes) {
            int value = digit == '=' ? 0 : value(digit);
            if (digit == '=') {
                count = 0; // padding ends a group; some mailers join several
            } else if (value >= 0) {
                bits = bits << 6 | value;
                count += 6;
            }
            if (count >= Byte.SIZE) {
                count -= Byte.SIZE;
                decoded.write(bits >> count);
            }
        }
        return decoded.toByteArray();
    }

    /** @param header whether an underscore stands for a blank, as in headers (RFC 2047) */
    static byte[] quotedPrintable(byte[] bytes, boolean header) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '=' && isByte(bytes, i + 1)) {
                decoded.write(Character.digit(bytes[i + 1], HEX) * HEX + Character.digit(bytes[i + 2], HEX));
                i += 2;
            } else if (bytes[i] == '=' && endsLine(bytes, i + 1) > 0) {
                i = endsLine(bytes, i + 1) - 1;
            } else {
                decoded.write(header && bytes[i] == '_' ? ' ' : bytes[i]);
            }
        }
        return decoded.toByteArray();
    }

    private static int value(byte digit) {
        if (digit >= 'A' && digit <= 'Z') {
            return digit - 'A';
        }
        if (digit >= 'a' && digit <= 'z') {
            return digit - 'a' + 26;
        }
        if (digit >= '0' && digit <= '9') {
            return digit - '0' + 52;
        }
        return digit == '+' ? 62 : digit == '/' ? 63 : -1;
    }

    private static boolean isByte(byte[] bytes, int at) {
        return at + 1 < bytes.length
                && Character.digit(bytes[at], HEX) >= 0
                && Character.digit(bytes[at + 1], HEX) >= 0;
    }

    /** Where the next line begins if nothing but blanks is left of this one; else 0. */
    private static int endsLine(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && (bytes[end] == ' ' || bytes[end] == '\t' || bytes[end] == '\r')) {
            end++;
        }
        if (end == bytes.length) {
            return end;
        }
        return bytes[end] == '\n' ? end + 1 : 0;
    }
}
