package dev.kenshin.source.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kenshin.sandbox.SheetsAnswers;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of Google that the connector talks to, on loopback: spreadsheets made of workbooks, and access tokens. It
 * answers as the API does, with errors in its form, and breaks down when it is told to.
 */
public final class GoogleImitation implements AutoCloseable {
    public static final String TOKEN = "ya29.token-of-the-test";
    private static final JsonMapper JSON = new JsonMapper();

    /** How a request is answered instead: before the imitation looks at it. */
    interface Fault {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** A request, its parameters decoded; those of a long GET come as a form. */
    record Request(String path, Map<String, List<String>> parameters, String authorization) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Workbook> spreadsheets = new ConcurrentHashMap<>();
    private final Map<String, String> titles = new ConcurrentHashMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile String validToken = TOKEN;

    public GoogleImitation() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v4/spreadsheets/", exchange -> serve(exchange, this::api));
        server.createContext("/token", exchange -> serve(exchange, this::token));
        server.setExecutor(threads);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** The workbook behind an id, which a test may fill and change. */
    public Workbook spreadsheet(String id) {
        return spreadsheets.computeIfAbsent(id, created -> new XSSFWorkbook());
    }

    public void put(String id, Workbook workbook) {
        spreadsheets.put(id, workbook);
    }

    /** Otherwise its title is its id. */
    void call(String id, String title) {
        titles.put(id, title);
    }

    /** The next requests meet these, one each. */
    void breakDown(Fault... next) {
        Collections.addAll(faults, next);
    }

    /** From now on only this token opens spreadsheets, and it is the one that is handed out. */
    void renewToken(String token) {
        validToken = token;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** No fault: the request is answered as usual. */
    static Fault none() {
        return exchange -> {};
    }

    /** An error as Google's API reports it. */
    static Fault error(int status, String reason, String message) {
        Map<String, Object> error = Map.of(
                "code", status,
                "message", message,
                "status", reason,
                "errors", List.of(Map.of("message", message, "domain", "global", "reason", reason)),
                "details", List.of(Map.of("@type", "type.googleapis.com/google.rpc.ErrorInfo", "reason", reason)));
        return exchange -> answer(exchange, status, Map.of("error", error));
    }

    static Fault raw(int status, String body) {
        return exchange -> answer(exchange, status, body);
    }

    /** An answer of which half arrives. */
    static Fault cutOff(String body) {
        return exchange -> {
            exchange.sendResponseHeaders(200, body.getBytes(UTF_8).length);
            exchange.getResponseBody()
                    .write(body.substring(0, body.length() / 2).getBytes(UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    private interface Handler {
        void handle(HttpExchange exchange, Request request) throws IOException;
    }

    private void serve(HttpExchange exchange, Handler handler) throws IOException {
        Request request = read(exchange);
        requests.add(request);
        nextFault().answer(exchange);
        if (exchange.getResponseCode() < 0) {
            handler.handle(exchange, request);
        }
        exchange.close();
    }

    private synchronized Fault nextFault() {
        return faults.isEmpty() ? none() : faults.remove();
    }

    private void api(HttpExchange exchange, Request request) throws IOException {
        String[] path = request.path().split("/", -1);
        Workbook workbook = spreadsheets.get(path[3]);
        if (!request.authorization().equals("Bearer " + validToken)) {
            error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.")
                    .answer(exchange);
        } else if (workbook == null) {
            error(404, "NOT_FOUND", "Requested entity was not found.").answer(exchange);
        } else {
            SheetsAnswers answers = SheetsAnswers.of(
                    titles.getOrDefault(path[3], path[3]), workbook, request.path(), request.parameters());
            answer(exchange, answers.status(), answers.body());
        }
    }

    private void token(HttpExchange exchange, Request request) throws IOException {
        answer(exchange, 200, Map.of("access_token", validToken, "expires_in", 3600, "token_type", "Bearer"));
    }

    private static Request read(HttpExchange exchange) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        InputStream body = packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
        String form = new String(body.readAllBytes(), UTF_8);
        String query = exchange.getRequestURI().getRawQuery();
        Map<String, List<String>> parameters = new ConcurrentHashMap<>();
        for (String pair : (form.isEmpty() ? String.valueOf(query) : form).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters
                    .computeIfAbsent(parts[0], name -> new ArrayList<>())
                    .add(parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
        }
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        return new Request(exchange.getRequestURI().getPath(), parameters, String.valueOf(authorization));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = (body instanceof String text ? text : JSON.writeValueAsString(body)).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
