package dev.kenshin.source.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows redirects, each of them checked, and lets no credentials go to another server. */
final class Redirects {
    private static final int MOST = 10;
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    /** Headers that hold no credentials; whatever else a call holds might. */
    private static final Set<String> HARMLESS = Set.of("accept", "accept-language", "content-type", "user-agent");

    private final Destinations destinations;
    private final Exchange exchange;
    private final HttpProblems problems;

    Redirects(Destinations destinations, Exchange exchange, HttpProblems problems) {
        this.destinations = destinations;
        this.exchange = exchange;
        this.problems = problems;
    }

    HttpAnswer send(HttpCall call) throws CallFailed, InterruptedException {
        HttpCall current = call;
        for (int hops = 0; hops <= MOST; hops++) {
            destinations.check(current.uri());
            HttpAnswer answer = exchange.send(current);
            Optional<String> location = location(answer);
            if (location.isEmpty()) {
                return answer;
            }
            current = redirected(current, location.get(), answer.status());
        }
        throw CallFailed.forGood(problems.redirect(call.uri(), Queries.without(current.uri())));
    }

    private static Optional<String> location(HttpAnswer answer) {
        return STATUSES.contains(answer.status()) ? answer.headers().value("Location") : Optional.empty();
    }

    private HttpCall redirected(HttpCall call, String location, int status) throws CallFailed {
        URI target = target(call.uri(), location);
        boolean keepsBody = status == 307 || status == 308 || call.method().equals("GET");
        boolean elsewhere = !call.goesToServerOf(target);
        if (elsewhere && keepsBody && call.body().length > 0) {
            throw CallFailed.forGood(problems.redirect(call.uri(), location));
        }
        return new HttpCall(
                keepsBody || call.method().equals("HEAD") ? call.method() : "GET",
                target,
                elsewhere ? harmless(call.headers()) : call.headers(),
                keepsBody ? call.body() : new byte[0]);
    }

    private URI target(URI from, String location) throws CallFailed {
        try {
            URI target = from.resolve(location);
            boolean weaker =
                    "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(target.getScheme());
            if (weaker) {
                throw CallFailed.forGood(problems.redirect(from, location));
            }
            return target;
        } catch (IllegalArgumentException e) {
            throw CallFailed.forGood(problems.redirect(from, location));
        }
    }

    private static Map<String, String> harmless(Map<String, String> headers) {
        Map<String, String> kept = new LinkedHashMap<>(headers);
        kept.keySet().removeIf(name -> !HARMLESS.contains(name.toLowerCase(Locale.ROOT)));
        return kept;
    }
}
