package dev.kenshin.source.http;

import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A caller as the tests have it: it may call loopback, takes a note where it would wait, and knows one secret. */
final class Called {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-31T09:00:00Z"), ZoneOffset.UTC);
    static final String SECRET = "s3cr/et+key";

    final List<Duration> waits = new ArrayList<>();
    private HttpPolicy policy;

    private Called(HttpPolicy policy) {
        this.policy = policy;
    }

    static Called may(LocalServer... servers) {
        Set<String> hosts = Arrays.stream(servers).map(LocalServer::host).collect(Collectors.toSet());
        return new Called(new HttpPolicy(
                hosts, true, 10_000, Duration.ofSeconds(5), Duration.ofSeconds(20), 3, Duration.ofMinutes(1)));
    }

    Called at(String host) {
        policy = new HttpPolicy(
                Set.of(host), true, policy.responseBytes(), policy.connect(), policy.response(), 1, Duration.ZERO);
        return this;
    }

    Called within(Duration response) {
        policy = new HttpPolicy(
                policy.hosts(), true, policy.responseBytes(), policy.connect(), response, 1, policy.rateLimitBudget());
        return this;
    }

    Called onPublicNetworkOnly() {
        policy = new HttpPolicy(
                policy.hosts(), false, policy.responseBytes(), policy.connect(), policy.response(), 1, Duration.ZERO);
        return this;
    }

    HttpCaller caller() {
        return new HttpCaller(policy, CLOCK, waits::add, new Redaction(List.of(SECRET)));
    }

    HttpAnswer get(LocalServer server, String path) throws SourceUnavailable, RateLimitSpent {
        return caller().call(HttpCall.get(server.at(path)), Called::byStatus).orElseThrow();
    }

    /** The problem of a call that must fail. */
    Problem problem(HttpCall call) {
        Throwable failure = catchThrowable(() -> caller().call(call, Called::byStatus));
        return failure instanceof RateLimitSpent spent ? spent.problem() : ((SourceUnavailable) failure).problem();
    }

    Problem problem(LocalServer server, String path) {
        return problem(HttpCall.get(server.at(path)));
    }

    static Verdict byStatus(HttpAnswer answer, int attempt) {
        return switch (answer.status()) {
            case 429 -> Verdict.rateLimited();
            case 500, 503 -> Verdict.retry();
            case 404 -> Verdict.ignore();
            case 403 ->
                new Verdict.Fail(
                        new Text("拒否: " + answer.text(), "Refused: " + answer.text()), new Text("直す", "Mend it."));
            default -> Verdict.accept();
        };
    }
}
