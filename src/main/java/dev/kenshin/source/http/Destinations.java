package dev.kenshin.source.http;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides which servers may be connected to. Asked before every hop. */
final class Destinations {
    private final HttpPolicy policy;
    private final HttpProblems problems;

    Destinations(HttpPolicy policy, HttpProblems problems) {
        this.policy = policy;
        this.problems = problems;
    }

    void check(URI uri) throws CallFailed {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !Set.of("http", "https").contains(scheme)) {
            throw CallFailed.forGood(problems.impossible(uri, Queries.without(uri)));
        }
        if (!policy.allows(host(uri))) {
            throw CallFailed.forGood(problems.hostNotAllowed(uri));
        }
        if (policy.privateNetwork()) {
            return;
        }
        if (!scheme.equals("https")) {
            throw CallFailed.forGood(problems.notSecure(uri));
        }
        checkAddress(uri);
    }

    /** The host in lower case, with the port unless it is the scheme's own. */
    static String host(URI uri) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        boolean usual = uri.getPort() < 0 || uri.getPort() == ("http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443);
        return usual ? host : host + ":" + uri.getPort();
    }

    /**
     * Whatever a name stands for when it is looked up. The client looks it up once more; should the name stand for
     * something else by then, that server would still have to show a certificate for it.
     */
    private void checkAddress(URI uri) throws CallFailed {
        if (isProxied(uri) && !isLiteral(uri.getHost())) {
            return; // then the proxy looks the name up
        }
        try {
            Optional<InetAddress> wrong = Arrays.stream(InetAddress.getAllByName(uri.getHost()))
                    .filter(Addresses::isPrivate)
                    .findFirst();
            if (wrong.isPresent()) {
                throw CallFailed.forGood(
                        problems.privateAddress(uri, wrong.get().getHostAddress()));
            }
        } catch (UnknownHostException e) {
            throw CallFailed.forNow(problems.unreachable(uri, "unknown host " + uri.getHost()));
        }
    }

    /** An address in figures, which nobody has to look up. */
    private static boolean isLiteral(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }

    private static boolean isProxied(URI uri) {
        ProxySelector selector = ProxySelector.getDefault();
        return selector != null && selector.select(uri).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }
}
