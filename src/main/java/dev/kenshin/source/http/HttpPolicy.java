package dev.kenshin.source.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a source may do on the network.
 *
 * @param hosts the only ones that are ever connected to, redirects included; with a port ({@code localhost:8080}) where it
 *     is not the scheme's own
 * @param privateNetwork whether loopback and private addresses may be connected to, and plain http be used
 * @param responseBytes of one answer, as sent and after decompression
 * @param connect how long to wait for a connection
 * @param response how long one answer may take in all, its last byte included
 * @param attempts how often a call is made in all before it counts as failed, at least 1; waits for rate limits do not
 *     count
 * @param rateLimitBudget how long to wait for rate limits, the sum of all waits of the caller
 */
public record HttpPolicy(
        Set<String> hosts,
        boolean privateNetwork,
        long responseBytes,
        Duration connect,
        Duration response,
        int attempts,
        Duration rateLimitBudget) {

    public HttpPolicy {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** 64 MB and two minutes an answer, 30 seconds to connect, six attempts, ten minutes of waiting. */
    public static HttpPolicy of(Set<String> hosts) {
        return new HttpPolicy(
                hosts, false, 64L << 20, Duration.ofSeconds(30), Duration.ofMinutes(2), 6, Duration.ofMinutes(10));
    }

    boolean allows(String host) {
        return hosts.contains(host);
    }
}
