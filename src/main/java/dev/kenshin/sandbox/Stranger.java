package dev.kenshin.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Another host, to which links and redirects may lead. It answers nothing of use, and notes whether it was told secrets. */
final class Stranger implements AutoCloseable {
    private static final Set<String> HARMLESS = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "content-length",
            "content-type",
            "host",
            "http2-settings",
            "upgrade",
            "user-agent");

    private final HttpServer server;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger credentials = new AtomicInteger();

    Stranger() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void forget() {
        calls.set(0);
        credentials.set(0);
    }

    /** How many calls came, and how many of them had a header that may be a credential. */
    Map<String, Object> state() {
        return Map.of("url", url(), "calls", calls.get(), "credentials", credentials.get());
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        boolean harmless = exchange.getRequestHeaders().keySet().stream()
                .allMatch(name -> HARMLESS.contains(name.toLowerCase(Locale.ROOT)));
        if (!harmless) {
            credentials.incrementAndGet();
        }
        Reply.json(Map.of()).send(exchange);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
