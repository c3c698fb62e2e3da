package dev.kenshin.source.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An API on loopback that a test makes up, and the calls that reached it. */
public final class Api implements AutoCloseable {
    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** Answers a call. */
    @FunctionalInterface
    public interface Answering {
        Answer answer(Call call) throws IOException;
    }

    /** A call as the server sees it; of parameters that occur several times the values are joined by commas. */
    public record Call(
            String method, String path, Map<String, String> query, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }

        /** A parameter of the query, {@code "0"} where it is absent. */
        public int number(String name) {
            return Integer.parseInt(query.getOrDefault(name, "0"));
        }
    }

    /** What the server sends back. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Answer(int status, Map<String, String> headers, byte[] body) {
        public static Answer json(String body) {
            return of(200, body);
        }

        public static Answer of(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body.getBytes(UTF_8));
        }

        public Answer with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Answer(status, more, body);
        }
    }

    private Api(HttpServer server) {
        this.server = server;
    }

    public static Api answering(Answering answering) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Api api = new Api(server);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> api.handle(exchange, answering));
        server.start();
        return api;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Call> calls() {
        return calls;
    }

    /** One parameter of every call, in their order; empty where it was absent. */
    public List<String> queries(String name) {
        return calls.stream().map(call -> call.query().getOrDefault(name, "")).toList();
    }

    private void handle(HttpExchange exchange, Answering answering) throws IOException {
        try (exchange) {
            Call call = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    query(exchange.getRequestURI().getRawQuery()),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            calls.add(call);
            Answer answer = answering.answer(call);
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer.body());
            }
        }
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw == null ? List.<String>of() : new ArrayList<>(List.of(raw.split("&")))) {
            String[] both = pair.split("=", 2);
            String value = both.length > 1 ? URLDecoder.decode(both[1], UTF_8) : "";
            query.merge(URLDecoder.decode(both[0], UTF_8), value, (one, other) -> one + "," + other);
        }
        return query;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
