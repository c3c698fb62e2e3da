package dev.kenshin.guess;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Some of a file's bytes, decompressed: how it begins and, of a large file, whole lines from further places, since a file
 * may hold its first Japanese character late.
 */
final class ByteSample {
    private static final int HEAD = 1 << 18;
    private static final int PIECE = 1 << 16;
    private static final int PIECES = 8;

    private final byte[] head;
    private final List<byte[]> further;
    private final boolean whole;

    private ByteSample(byte[] head, List<byte[]> further, boolean whole) {
        this.head = head;
        this.further = further;
        this.whole = whole;
    }

    static ByteSample of(Path file) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
            boolean gzip = gzip(raw);
            InputStream bytes = gzip ? new GZIPInputStream(raw) : raw;
            byte[] head = bytes.readNBytes(HEAD);
            boolean whole = bytes.read() < 0;
            return new ByteSample(head, whole || gzip ? List.of() : pieces(file), whole);
        }
    }

    /** How the file begins. */
    byte[] head() {
        return head;
    }

    /** Whole lines from further places. */
    List<byte[]> further() {
        return further;
    }

    /** Whether {@link #head} is all there is. */
    boolean whole() {
        return whole;
    }

    boolean startsWith(int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= i || (head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether all of the bytes are of the charset. */
    boolean decodes(Charset charset) {
        return text(charset).isPresent()
                && further.stream()
                        .allMatch(piece -> decode(piece, charset, false).isPresent());
    }

    /** How the file begins; empty if that is not of the charset. */
    Optional<String> text(Charset charset) {
        return decode(head, charset, whole);
    }

    private static boolean gzip(InputStream bytes) throws IOException {
        bytes.mark(2);
        boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return gzip;
    }

    private static List<byte[]> pieces(Path path) throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            for (int i = 1; i <= PIECES; i++) {
                byte[] piece = new byte[PIECE];
                file.seek(Math.max(0, (file.length() - PIECE) / PIECES * i));
                file.readFully(piece, 0, (int) Math.min(PIECE, file.length() - file.getFilePointer()));
                pieces.add(wholeLines(piece));
            }
        }
        return pieces;
    }

    /** From behind the first line break to behind the last; a line break is no part of a longer character. */
    private static byte[] wholeLines(byte[] piece) {
        int from = 0;
        int to = piece.length;
        while (from < piece.length && piece[from] != '\n') {
            from++;
        }
        while (to > from && piece[to - 1] != '\n') {
            to--;
        }
        return Arrays.copyOfRange(piece, Math.min(from + 1, to), to);
    }

    /** A character that the sample's end cuts in two is none of its mistakes. */
    private static Optional<String> decode(byte[] bytes, Charset charset, boolean complete) {
        CharsetDecoder decoder = charset.newDecoder();
        CharBuffer text = CharBuffer.allocate((int) (bytes.length * decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, complete);
        return result.isError() ? Optional.empty() : Optional.of(text.flip().toString());
    }
}
