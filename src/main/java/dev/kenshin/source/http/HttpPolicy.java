package dev.kenshin.source.http;

import java.time.Duration;
import java.util.Set;

/**
 * What a source may do on the network.
 *
 * @param hosts the only ones that are ever connected to, redirects included; with a port ({@code localhost:8080}) where it
 *     is not the scheme's own
 * @param privateNetwork whether loopback and private addresses may be connected to, and plain http be used
 * @param responseBytes of one answer, after decompression
 * @param connect how long to wait for a connection
 * @param response how long one answer may take in all
 * @param attempts how often a call is made in all before it counts as failed, at least 1
 * @param rateLimitBudget how long to wait for rate limits in all, for as long as the caller lives
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
        hosts = Set.copyOf(hosts);
    }

    /** 64 MB and two minutes an answer, 30 seconds to connect, six attempts, ten minutes of waiting. */
    public static HttpPolicy of(Set<String> hosts) {
        return new HttpPolicy(
                hosts, false, 64L << 20, Duration.ofSeconds(30), Duration.ofMinutes(2), 6, Duration.ofMinutes(10));
    }
}
