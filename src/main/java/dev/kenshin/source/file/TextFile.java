package dev.kenshin.source.file;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/**
 * The text of a file, decompressed where it is gzip (told by its first bytes, whatever its name). A byte order mark
 * decides the charset, whatever is configured; without either it is UTF-8. Bytes that are not of the charset and NUL
 * characters end the reading with a clear problem.
 */
public final class TextFile implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final StrictReader strict;
    private final BufferedReader reader;

    private TextFile(StrictReader strict) {
        this.strict = strict;
        this.reader = new BufferedReader(strict, BUFFER);
    }

    /** Opens the file. */
    public static TextFile open(SourceFile file, Optional<Charset> charset) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file.path()), BUFFER);
        try {
            InputStream bytes = decompressed(file, raw);
            Charset actual = ByteOrderMark.skip(bytes).or(() -> charset).orElse(StandardCharsets.UTF_8);
            return new TextFile(new StrictReader(file, bytes, actual));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** For reading line by line; no line may be longer than 16 million characters. */
    public BufferedReader lines() {
        strict.limitLines();
        return reader;
    }

    /** For reading as a whole. */
    public BufferedReader document() {
        return reader;
    }

    /** Whether everything was read and the last line has no end. */
    public boolean endsWithinLine() throws IOException {
        reader.mark(1);
        int next = reader.read();
        if (next >= 0) {
            reader.reset();
        }
        return next < 0 && !strict.endedWithNewline();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static InputStream decompressed(SourceFile file, InputStream bytes) throws IOException {
        bytes.mark(2);
        boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return gzip ? Unpacked.of(file, bytes, BUFFER) : bytes;
    }
}
