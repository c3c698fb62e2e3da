package dev.kenshin.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request as a service sees it.
 *
 * @param service the address below which the service lies, such as {@code http://127.0.0.1:8642/zendesk}
 * @param path below that, such as {@code /api/v2/users.json}
 * @param parameters of the query, decoded, in their order
 * @param headers by name in the JDK's spelling
 */
record Call(
        String service,
        String method,
        String path,
        Map<String, List<String>> parameters,
        Map<String, List<String>> headers,
        String body) {

    static Call of(HttpExchange exchange, String origin, String prefix) throws IOException {
        return new Call(
                origin + prefix,
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath().substring(prefix.length()),
                form(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders(),
                new String(body(exchange).readAllBytes(), UTF_8));
    }

    /** Google's library packs the forms that it sends. */
    private static InputStream body(HttpExchange exchange) throws IOException {
        InputStream body = exchange.getRequestBody();
        return "gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                ? new GZIPInputStream(body)
                : body;
    }

    /** The first value of a parameter that is not blank. */
    Optional<String> parameter(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** A parameter that must be a whole number; empty where it is absent, -1 where it is none. */
    Optional<Long> number(String name) {
        return parameter(name).map(text -> text.matches("\\d{1,18}") ? Long.parseLong(text) : -1);
    }

    Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    /** Whether this asks for an access token, as OAuth does it. */
    boolean asksForToken() {
        return method.equals("POST") && body.contains("grant_type");
    }

    /** What a query or a form says. */
    static Map<String, List<String>> form(@Nullable String text) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        for (String pair : text == null || text.isEmpty() ? new String[0] : text.split("&", -1)) {
            String[] both = pair.split("=", 2);
            form.computeIfAbsent(URLDecoder.decode(both[0], UTF_8), name -> new ArrayList<>())
                    .add(both.length < 2 ? "" : URLDecoder.decode(both[1], UTF_8));
        }
        return form;
    }
}
