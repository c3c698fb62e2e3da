package dev.kenshin.source.imap;

import dev.kenshin.source.SourceUnavailable;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again what time may mend: three times, after some 2, 8 and 32 seconds. */
record Attempts(Network network, Login login, Function<Failure, SourceUnavailable> problem) {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final int RETRIES = 3;

    /** Something that talks with the server. */
    interface Talk<T> {
        T attempt() throws MessagingException, SourceUnavailable;
    }

    /** @param afterFailure makes the next attempt a fresh one */
    <T> T of(Talk<T> talk, Runnable afterFailure) throws SourceUnavailable {
        for (int retry = 0; ; retry++) {
            try {
                return talk.attempt();
            } catch (MessagingException e) {
                Failure failure = Failure.of(e).with(login::redacted);
                afterFailure.run();
                if (!failure.kind().isPassing() || retry == RETRIES) {
                    throw problem.apply(failure);
                }
                if (!waited(failure, retry)) {
                    throw SourceUnavailable.interrupted(problem.apply(failure).problem());
                }
            }
        }
    }

    /** False if the thread is asked to end instead. */
    private boolean waited(Failure failure, int retry) {
        Duration wait = Duration.ofSeconds(2L << (2 * retry))
                .plusMillis(network.random().nextInt(1_000));
        LOG.info("Mail: {} ({}); trying again in {} s.", failure.kind(), failure.words(), wait.toSeconds());
        try {
            network.pause().await(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
