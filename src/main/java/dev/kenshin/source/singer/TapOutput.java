package dev.kenshin.source.singer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.source.LogContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A tap's standard output, line by line. A thread reads ahead, some megabytes at most, so that the tap goes on while its
 * records are landed; and a silent tap can be told from one that is waited for.
 */
final class TapOutput implements AutoCloseable {
    /** Bytes of a line; some taps put whole documents into a record. */
    static final int LONGEST_LINE = 1 << 26;

    private static final int CHUNK = 1 << 16;
    private static final int CHUNKS_AHEAD = 64;
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
    private final InputStream output;
    private final Duration silence;
    private final Thread reader;
    private byte[] chunk = {};
    private int position;
    private boolean ended;

    /** Nothing came for as long as the tap may be silent. */
    static final class Silent extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** The output is no text of lines, and why. */
    static final class Garbled extends Exception {
        private static final long serialVersionUID = 1;

        /** What is wrong. */
        enum Flaw {
            NOT_UTF_8,
            ENDLESS_LINE,
            NO_LINE_END
        }

        private final Flaw flaw;

        Garbled(Flaw flaw) {
            super(flaw.name());
            this.flaw = flaw;
        }

        Flaw flaw() {
            return flaw;
        }
    }

    TapOutput(InputStream output, Duration silence) {
        this.output = output;
        this.silence = silence;
        this.reader = new Thread(LogContext.carriedInto(this::readAhead), "tap-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** The next line without its end; null at the end of the output. */
    @Nullable
    String nextLine() throws Silent, Garbled {
        ByteArrayOutputStream line = new ByteArrayOutputStream(0);
        while (fill()) {
            int end = endOfLine();
            boolean found = end < chunk.length;
            if (found && line.size() == 0) {
                return text(ByteBuffer.wrap(chunk, position, end - position), end);
            }
            line.write(chunk, position, end - position);
            if (line.size() > LONGEST_LINE) {
                throw new Garbled(Garbled.Flaw.ENDLESS_LINE);
            }
            if (found) {
                return text(ByteBuffer.wrap(line.toByteArray()), end);
            }
            position = end;
        }
        if (line.size() > 0) {
            throw new Garbled(Garbled.Flaw.NO_LINE_END);
        }
        return null;
    }

    /** All of it as one text. */
    String rest() throws Silent, Garbled {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (fill()) {
            all.write(chunk, position, chunk.length - position);
            if (all.size() > LONGEST_LINE) {
                throw new Garbled(Garbled.Flaw.ENDLESS_LINE);
            }
            position = chunk.length;
        }
        return decoded(ByteBuffer.wrap(all.toByteArray()));
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    private String text(ByteBuffer line, int end) throws Garbled {
        position = end + 1;
        return decoded(line);
    }

    private static String decoded(ByteBuffer bytes) throws Garbled {
        try {
            return UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new Garbled(Garbled.Flaw.NOT_UTF_8);
        }
    }

    /** Index of the next line feed in the chunk at hand, or its length. */
    private int endOfLine() {
        int index = position;
        while (index < chunk.length && chunk[index] != '\n') {
            index++;
        }
        return index;
    }

    /** Whether there is anything more. */
    private boolean fill() throws Silent {
        while (position >= chunk.length && !ended) {
            chunk = take();
            position = 0;
            ended = chunk == END;
        }
        return !ended;
    }

    private byte[] take() throws Silent {
        try {
            byte[] next = chunks.poll(silence.toNanos(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new Silent();
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Silent();
        }
    }

    private void readAhead() {
        try {
            byte[] buffer = new byte[CHUNK];
            int read;
            do {
                read = read(buffer);
                chunks.put(read < 0 ? END : Arrays.copyOf(buffer, read));
            } while (read >= 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A tap that was ended leaves a broken pipe, which is an end, too; its exit code tells why. */
    private int read(byte[] buffer) {
        try {
            return output.read(buffer);
        } catch (IOException e) {
            return -1;
        }
    }
}
