package dev.kenshin.source.http;

import dev.kenshin.problem.Text;
import java.time.Duration;
import java.util.Optional;

/** What to do about an answer. */
public sealed interface Verdict {

    /** Take it. */
    record Accept() implements Verdict {}

    /** Go on as if there had been nothing to read. */
    record Ignore() implements Verdict {}

    /**
     * Ask again, as often as the policy allows.
     *
     * @param delay how long to wait before; empty for longer and longer waits, or as long as the server says
     */
    record Retry(Optional<Duration> delay) implements Verdict {}

    /**
     * Ask again after a wait that counts against the budget for rate limits and not as an attempt.
     *
     * @param delay empty for as long as the server says, or else longer and longer
     */
    record RateLimited(Optional<Duration> delay) implements Verdict {}

    /**
     * Leave the rest for another time, as the server asks for too long a wait.
     *
     * @param delay that it asks for
     * @param longest that is allowed
     */
    record TooLong(Duration delay, Duration longest) implements Verdict {}

    /**
     * Give up.
     *
     * @param why a sentence that says what the server holds against the call
     * @param fix what the reader can do about it
     */
    record Fail(Text why, Text fix) implements Verdict {}

    static Verdict accept() {
        return new Accept();
    }

    static Verdict ignore() {
        return new Ignore();
    }

    static Verdict retry() {
        return new Retry(Optional.empty());
    }

    static Verdict rateLimited() {
        return new RateLimited(Optional.empty());
    }
}
