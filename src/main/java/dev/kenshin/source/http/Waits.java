package dev.kenshin.source.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** How long to wait before a call is made again. */
final class Waits {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

    private final Clock clock;

    Waits(Clock clock) {
        this.clock = clock;
    }

    /** What the judge says, or else the server, or else longer and longer. */
    Duration before(int attempt, Optional<Duration> judged, HttpAnswer answer) {
        return judged.or(() -> answer.headers().value("Retry-After").flatMap(this::retryAfter))
                .orElseGet(() -> growing(attempt));
    }

    /**
     * 5 seconds, 10, 20 and so on, up to 5 minutes. Up to half of it is left out by chance, so that those who failed
     * together do not come back together.
     *
     * @param attempt the one that failed, counted from 1
     */
    Duration growing(int attempt) {
        Duration full = FIRST.multipliedBy(1L << Math.min(attempt - 1, 10));
        long millis = Math.min(full.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(millis - ThreadLocalRandom.current().nextLong(millis / 2));
    }

    /** Of a header in seconds, or as the date when the wait is over; empty where it is neither. */
    private Optional<Duration> retryAfter(String header) {
        String text = header.strip();
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * 1000)));
        }
        try {
            Instant end = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), end);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
