package dev.kenshin.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kenshin.source.SourceUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

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
    private final Faults faults = new Faults();
    private final Stranger stranger;

    private Sandbox(HttpServer server, List<Vendor> services, Stranger stranger) {
        this.server = server;
        this.services = services;
        this.stranger = stranger;
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
        Sandbox sandbox = new Sandbox(HttpServer.create(address, 0), services, new Stranger());
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

    /**
     * From now on, these faults befall calls, and no others.
     *
     * @param text such as {@code zendesk:429*5,kintone:truncate@3}; empty for none
     */
    public void arm(String text) throws FaultMistake {
        Set<String> words = services.stream().map(Sandbox::word).collect(Collectors.toCollection(TreeSet::new));
        faults.arm(FaultList.parse(text, words));
        stranger.forget();
    }

    private void serve() {
        services.forEach(
                service -> server.createContext(service.prefix() + "/", exchange -> answer(exchange, service)));
        server.createContext("/sandbox/faults", this::control);
        server.setExecutor(threads);
        server.start();
    }

    /** Whoever throws breaks the connection off. */
    private void answer(HttpExchange exchange, Vendor service) throws IOException {
        Call call = Call.of(exchange, url(), service.prefix());
        Optional<Fault> fault = faults.next(word(service), call);
        if (fault.isPresent()) {
            new Mishaps(stranger.url()).send(fault.get(), call, service, exchange);
        } else {
            service.answer(call).send(exchange);
        }
        exchange.close();
    }

    /** Shows the faults, and arms others that are sent. */
    private void control(HttpExchange exchange) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        try {
            if (exchange.getRequestMethod().equals("POST")) {
                arm(sent);
            }
            Map<String, Object> state = faults.state();
            state.put("stranger", stranger.state());
            Reply.json(state).send(exchange);
        } catch (FaultMistake mistake) {
            Reply.json(400, Map.of("message", mistake.what().en())).send(exchange);
        }
        exchange.close();
    }

    private static String word(Vendor service) {
        return service.prefix().substring(1);
    }

    @Override
    public void close() {
        server.stop(0);
        stranger.close();
        threads.shutdownNow();
    }
}
