package dev.kenshin.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The first bytes by which a text may tell its charset. */
enum ByteOrderMark {
    UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
    UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
    UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
    NONE(null);

    private final Optional<Charset> charset;
    private final int[] bytes;

    ByteOrderMark(@org.jspecify.annotations.Nullable Charset charset, int... bytes) {
        this.charset = Optional.ofNullable(charset);
        this.bytes = bytes;
    }

    /** Reads past the mark that {@code input} starts with, if any. */
    static ByteOrderMark skip(InputStream input) throws IOException {
        for (ByteOrderMark mark : values()) {
            if (mark.starts(input)) {
                return mark;
            }
        }
        return NONE;
    }

    Optional<Charset> charset() {
        return charset;
    }

    private boolean starts(InputStream input) throws IOException {
        input.mark(bytes.length);
        for (int expected : bytes) {
            if (input.read() != expected) {
                input.reset();
                return false;
            }
        }
        return true;
    }
}
