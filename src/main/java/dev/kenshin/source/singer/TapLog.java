package dev.kenshin.source.singer;

import dev.kenshin.source.LogContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A tap's standard error: goes into the log of the run, and its last lines into the message if the tap fails. */
final class TapLog {
    private static final Logger LOG = LoggerFactory.getLogger(TapLog.class);
    private static final int LAST_LINES = 5;
    private static final int LONGEST = 300;
    /** Standard error ends with the tap, but for a descendant that got away. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String source;
    private final BufferedReader lines;
    private final UnaryOperator<String> redaction;
    private final Deque<String> last = new ArrayDeque<>();
    private final Thread reader;

    TapLog(String source, BufferedReader lines, UnaryOperator<String> redaction) {
        this.source = source;
        this.lines = lines;
        this.redaction = redaction;
        this.reader = new Thread(LogContext.carriedInto(this::follow), "tap-log");
        reader.setDaemon(true);
        reader.start();
    }

    /** The last lines, once the tap has ended; a single mark where it said nothing. */
    String lastLines() {
        try {
            reader.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (last) {
            return last.isEmpty() ? "-" : redaction.apply(String.join(" / ", last));
        }
    }

    private void follow() {
        String line = read();
        while (line != null) {
            String shown = redaction.apply(line); // before it is cut, since half a secret is not found
            LOG.info("{}: {}", source, shown);
            keep(shown.strip());
            line = read();
        }
    }

    private @Nullable String read() {
        try {
            return lines.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    private void keep(String line) {
        synchronized (last) {
            if (!line.isEmpty()) {
                last.addLast(line.substring(0, Math.min(line.length(), LONGEST)));
            }
            if (last.size() > LAST_LINES) {
                last.removeFirst();
            }
        }
    }
}
