package dev.kenshin.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a service of the sandbox as anybody would, over HTTP. */
public final class Client {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String address;
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Client(String address) {
        this.address = address;
    }

    public Client header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Client basic(String user, String password) {
        String both = user + ":" + password;
        return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
    }

    /**
     * Asks for something.
     *
     * @param parameters names and values, alternating
     */
    public Answer get(String path, Object... parameters) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path + query(parameters)))
                .GET());
    }

    public Answer post(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        headers.forEach(request::header);
        return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    }

    private static String query(Object... parameters) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (int i = 0; i < parameters.length; i += 2) {
            query.add(encoded(parameters[i]) + "=" + encoded(parameters[i + 1]));
        }
        return query.toString();
    }

    private static String encoded(Object text) {
        return URLEncoder.encode(text.toString(), UTF_8);
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** A part of the body, by JSON pointer. */
        public JsonNode at(String pointer) {
            return new JsonMapper().readTree(response.body()).at(pointer);
        }

        /** A part that is text, or anything as text. */
        public String text(String pointer) {
            return at(pointer).asString("");
        }
    }
}
