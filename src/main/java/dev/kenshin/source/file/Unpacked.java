package dev.kenshin.source.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * What a gzip file unpacks to, which may be a thousand times as much: some megabytes would fill any disk. Files of records shrink to
 * a tenth, rarely to a hundredth.
 */
final class Unpacked extends FilterInputStream {
    private static final long FREE = 256L << 20;

    private static final int MOST_TIMES = 200;

    private final SourceFile file;
    private final Counted packed;
    private final long free;
    private long bytes;

    private Unpacked(SourceFile file, Counted packed, int buffer, long free) throws IOException {
        super(new BufferedInputStream(new GZIPInputStream(packed, buffer), buffer));
        this.file = file;
        this.packed = packed;
        this.free = free;
    }

    static Unpacked of(SourceFile file, InputStream packed, int buffer) throws IOException {
        return of(file, packed, buffer, FREE);
    }

    /** @param free how many bytes nobody minds, however small the file is */
    static Unpacked of(SourceFile file, InputStream packed, int buffer, long free) throws IOException {
        return new Unpacked(file, new Counted(packed), buffer, free);
    }

    @Override
    public int read() throws IOException {
        return count(super.read(), 1);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        return count(read, read);
    }

    @Override
    public long skip(long number) throws IOException {
        long skipped = super.skip(number);
        count(0, skipped);
        return skipped;
    }

    private int count(int result, long read) throws Unreadable {
        bytes += result < 0 ? 0 : read;
        if (bytes > free && bytes > MOST_TIMES * packed.bytes) {
            throw new Unreadable(TextProblems.bomb(file, bytes, packed.bytes));
        }
        return result;
    }

    /** Bytes as they lie in the file. */
    private static final class Counted extends FilterInputStream {
        private long bytes;

        Counted(InputStream packed) {
            super(packed);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            bytes += Math.max(0, read);
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
