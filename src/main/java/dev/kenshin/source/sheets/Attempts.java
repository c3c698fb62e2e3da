package dev.kenshin.source.sheets;

import dev.kenshin.source.Pause;
import dev.kenshin.source.SourceUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes requests again that time may mend, at growing intervals as Google recommends: 1, 2, 4 … 64 seconds, each with up
 * to a second more so that programs that were refused together do not come back together.
 */
record Attempts(Pause pause, RandomGenerator random) {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final Duration LONGEST = Duration.ofSeconds(64);

    /** A request. */
    interface Request<T> {
        @Nullable
        T execute() throws IOException;
    }

    /**
     * The answer.
     *
     * @param identity whose secrets are in no message
     * @param problem what to tell of a failure that stays
     */
    <T> T of(Request<T> request, Identity identity, Function<Failure, SourceUnavailable> problem)
            throws SourceUnavailable {
        for (int attempt = 0; ; attempt++) {
            Failure failure;
            try {
                T answer = request.execute();
                if (answer != null) {
                    return answer;
                }
                failure = Failure.empty();
            } catch (IOException | IllegalArgumentException e) { // the latter for JSON of another shape
                failure = Failure.of(e).with(identity::redacted);
            }
            if (attempt >= failure.kind().retries()) {
                throw problem.apply(failure);
            }
            if (!waited(failure, attempt)) {
                throw SourceUnavailable.interrupted(problem.apply(failure).problem());
            }
        }
    }

    /** False if the thread is asked to end instead. */
    private boolean waited(Failure failure, int attempt) {
        Duration wait = wait(failure, attempt);
        LOG.info("Google Sheets: {} ({}); trying again in {} s.", failure.kind(), failure.words(), wait.toSeconds());
        try {
            pause.await(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Duration wait(Failure failure, int attempt) {
        Duration grown = Duration.ofSeconds(1L << attempt);
        Duration asked =
                failure.retryAfter().filter(it -> it.compareTo(grown) > 0).orElse(grown);
        return (asked.compareTo(LONGEST) > 0 ? LONGEST : asked).plusMillis(random.nextInt(1_000));
    }
}
