package dev.kenshin.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The character U+FEFF at the start of a text, whose bytes tell the charset. */
final class ByteOrderMark {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

    private ByteOrderMark() {}

    /** Reads past the mark that {@code input} starts with, if any. */
    static Optional<Charset> skip(InputStream input) throws IOException {
        for (Charset charset : CHARSETS) {
            if (skip(input, "\uFEFF".getBytes(charset))) {
                return Optional.of(charset);
            }
        }
        return Optional.empty();
    }

    private static boolean skip(InputStream input, byte[] mark) throws IOException {
        input.mark(mark.length);
        boolean found = Arrays.equals(input.readNBytes(mark.length), mark);
        if (!found) {
            input.reset();
        }
        return found;
    }
}
