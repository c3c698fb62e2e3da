package dev.kenshin.watch;

import dev.kenshin.problem.Text;
import dev.kenshin.source.Pause;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.HttpCall;
import dev.kenshin.source.http.HttpCaller;
import dev.kenshin.source.http.HttpPolicy;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.http.Redaction;
import dev.kenshin.source.http.Verdict;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One message to one address. Who knows the address may send such messages, so no more than its server is ever shown. */
record Ping(String address, String method, PingPolicy policy) {
    private static final long LARGEST_ANSWER = 64 << 10;
    private static final int SHORTEST_SECRET = 4;
    /** The server's wishes as to when it wants to be called again do not count. */
    private static final Clock NO_TIME = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    /** The part of an address that everybody may know. */
    static String server(String address) {
        try {
            return host(URI.create(address));
        } catch (IllegalArgumentException e) {
            return "?";
        }
    }

    /** Why it did not get through; empty if it did. */
    Optional<Text> send(byte[] body) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            return Optional.of(new Text("アドレスとして読めません。", "it is no address."));
        }
        try (HttpCaller caller = caller(uri)) {
            caller.call(new HttpCall(method, uri, headers(), method.equals("GET") ? new byte[0] : body), this::judge);
            return Optional.empty();
        } catch (SourceUnavailable e) {
            return Optional.of(e.problem().message());
        } catch (RateLimitSpent e) {
            return Optional.of(e.problem().message());
        }
    }

    /** Whoever writes the address knows where it leads, so that private networks and plain HTTP are permitted. */
    private HttpCaller caller(URI uri) {
        HttpPolicy rules = new HttpPolicy(
                Set.of(host(uri)),
                true,
                LARGEST_ANSWER,
                policy.connect(),
                policy.response(),
                policy.attempts(),
                Duration.ZERO);
        Pause shortly = length -> Pause.real().await(policy.pause());
        return new HttpCaller(rules, NO_TIME, shortly, new Redaction(secrets(uri)));
    }

    private Verdict judge(HttpAnswer answer, int attempt) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return Verdict.accept();
        }
        return status == 429 || status >= 500
                ? new Verdict.Retry(Optional.of(policy.pause()))
                : new Verdict.Fail(
                        new Text("状態コード " + status + " が返りました。", "it answered with status " + status + "."),
                        Text.same(""));
    }

    private static Map<String, String> headers() {
        return Map.of("Content-Type", "text/plain; charset=utf-8");
    }

    private static String host(URI uri) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        boolean usual = uri.getPort() < 0 || uri.getPort() == ("http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443);
        return usual ? host : host + ":" + uri.getPort();
    }

    private static List<String> secrets(URI uri) {
        Stream<String> parts = Stream.of(
                        uri.getRawPath(), uri.getRawQuery(), uri.getRawUserInfo(), uri.getPath(), uri.getQuery())
                .flatMap(part -> part == null ? Stream.of() : Stream.concat(Stream.of(part), pieces(part)));
        return parts.filter(part -> part.length() >= SHORTEST_SECRET).distinct().toList();
    }

    private static Stream<String> pieces(String part) {
        return Arrays.stream(part.split("[/&=:]", -1));
    }
}
