package dev.kenshin.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service sends back.
 *
 * @param headers besides those that every answer has
 */
record Reply(int status, Map<String, String> headers, String body) {
    private static final JsonMapper JSON = new JsonMapper();

    /** @param value maps, lists, texts, numbers, booleans and nulls */
    static Reply json(int status, Object value) {
        return new Reply(
                status, Map.of("Content-Type", "application/json; charset=utf-8"), JSON.writeValueAsString(value));
    }

    static Reply json(Object value) {
        return json(200, value);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
