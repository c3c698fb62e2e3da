package dev.kenshin.source.file;

import dev.kenshin.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * Decodes without ever replacing a character. The JDK's own reader drops what precedes a malformed byte in its buffer
 * and cannot say on which line that byte stands; this one hands out all that precedes it, and counts lines.
 */
final class StrictReader extends Reader {
    private static final int MAXIMUM_LINE = 1 << 24;

    private final SourceFile file;
    private final InputStream input;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private boolean inputEnded;
    private boolean finished;
    private boolean limited;
    private long line = 1;
    private int lineLength;
    private char last = '\n';

    StrictReader(SourceFile file, InputStream input, Charset charset) {
        this.file = file;
        this.input = input;
        this.decoder = charset.newDecoder(); // reports malformed and unmappable bytes unless told otherwise
    }

    void limitLines() {
        limited = true;
    }

    boolean endedWithNewline() {
        return last == '\n' || last == '\r';
    }

    /** @param length at least 2, room for a surrogate pair */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        while (out.position() == offset && !finished) {
            decode(out, offset);
        }
        inspect(target, offset, out.position());
        return out.position() == offset ? -1 : out.position() - offset;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    private void decode(CharBuffer out, int offset) throws IOException {
        CoderResult result = decoder.decode(bytes, out, inputEnded);
        if (result.isError() && out.position() == offset) {
            throw new Unreadable(problem(result));
        }
        if (result.isUnderflow() && inputEnded) {
            finished = decoder.flush(out).isUnderflow();
        } else if (result.isUnderflow()) {
            fill();
        }
    }

    /** A character of which only the beginning is there, at the end of a file, was cut in two. */
    private Problem problem(CoderResult result) {
        boolean cut = inputEnded && result.isMalformed() && result.length() == bytes.remaining() && line > 1;
        return cut
                ? TextProblems.truncated(file, line)
                : TextProblems.undecodable(file, line, malformed(result), decoder.charset());
    }

    private byte[] malformed(CoderResult result) {
        byte[] malformed = new byte[Math.min(result.length(), bytes.remaining())];
        bytes.get(malformed);
        return malformed;
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = input.read(bytes.array(), bytes.position(), bytes.remaining());
        inputEnded = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
    }

    private void inspect(char[] text, int from, int to) throws Unreadable {
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c == '\n' || c == '\r') {
                endLine(c);
            } else if (c == 0) {
                throw new Unreadable(TextProblems.nul(file, line));
            } else {
                lineLength++;
            }
            last = c;
        }
        if (limited && lineLength > MAXIMUM_LINE) {
            throw new Unreadable(TextProblems.lineTooLong(file, line, MAXIMUM_LINE));
        }
    }

    private void endLine(char c) {
        if (c != '\n' || last != '\r') {
            line++;
        }
        lineLength = 0;
    }
}
