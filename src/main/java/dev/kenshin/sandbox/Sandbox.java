package dev.kenshin.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kenshin.source.SourceUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** All services on one port of the loopback address, which no other machine can reach. */
public final class Sandbox implements AutoCloseable {
    /** Opens everything here. It guards nothing, so it is no secret. */
    public static final String TOKEN = "sandbox";

    static {
        // Without it, the JDK's server keeps each answer back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Vendor> services;

    private Sandbox(HttpServer server, List<Vendor> services) {
        this.server = server;
        this.services = services;
    }

    /**
     * Reads the company's files and starts to serve them.
     *
     * @param port 0 takes any that is free
     * @param data the company's folder, as {@code kenshin sample} writes it
     * @param clock by which rate limits count
     * @throws SourceUnavailable if a file of the company cannot be read
     * @throws IOException if the port is taken
     */
    public static Sandbox start(int port, Path data, Clock clock) throws SourceUnavailable, IOException {
        List<Vendor> services = new Services(new CompanyFiles(data, clock), clock).all();
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        Sandbox sandbox = new Sandbox(HttpServer.create(address, 0), services);
        sandbox.serve();
        return sandbox;
    }

    /** Such as {@code http://127.0.0.1:8642}. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where each service lies. */
    public List<String> addresses() {
        return services.stream().map(service -> url() + service.prefix()).toList();
    }

    private void serve() {
        services.forEach(
                service -> server.createContext(service.prefix() + "/", exchange -> answer(exchange, service)));
        server.setExecutor(threads);
        server.start();
    }

    private void answer(HttpExchange exchange, Vendor service) throws IOException {
        try (exchange) {
            service.answer(Call.of(exchange, url(), service.prefix())).send(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
