package dev.kenshin.source.rest.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.problem.Text;
import dev.kenshin.source.http.HttpCall;
import dev.kenshin.source.rest.template.TemplateProblem;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a value is put into a call.
 *
 * @param place {@code header}, {@code request_parameter}, {@code body_json} or {@code body_data}
 * @param path one name, or in JSON the names that lead there
 */
record Injection(String place, List<String> path) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> PLACES = Set.of("header", "request_parameter", "body_json", "body_data");
    private static final String CONTENT_TYPE = "Content-Type";

    static Injection of(Settings option) throws Unsupported, TemplateProblem {
        String place = String.valueOf(option.required("inject_into"));
        if (!PLACES.contains(place)) {
            throw new Unsupported(new Text(
                    "inject_into の「%s」は使えません。".formatted(place), "inject_into cannot be '%s'.".formatted(place)));
        }
        List<String> path = option.has("field_path") ? option.texts("field_path") : List.of(option.text("field_name"));
        return new Injection(place, path);
    }

    static Injection header(String name) {
        return new Injection("header", List.of(name));
    }

    HttpCall into(HttpCall call, String value) {
        return switch (place) {
            case "header" -> call.withHeader(path.get(0), value);
            case "request_parameter" -> call.withQuery(path.get(0), value);
            case "body_data" -> form(call, value);
            default -> json(call, value);
        };
    }

    private HttpCall form(HttpCall call, String value) {
        String before = new String(call.body(), UTF_8);
        String field = URLEncoder.encode(path.get(0), UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
        return typed(call, "application/x-www-form-urlencoded")
                .withBody((before.isEmpty() ? field : before + "&" + field).getBytes(UTF_8));
    }

    private HttpCall json(HttpCall call, String value) {
        Map<String, @Nullable Object> body = call.body().length == 0
                ? new LinkedHashMap<>()
                : JSON.readValue(call.body(), new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});
        put(body, path, value);
        return typed(call, "application/json").withBody(JSON.writeValueAsBytes(body));
    }

    private static void put(Map<String, @Nullable Object> body, List<String> path, String value) {
        if (path.size() == 1) {
            body.put(path.get(0), value);
            return;
        }
        Map<String, @Nullable Object> inner =
                body.get(path.get(0)) instanceof Map<?, ?> map ? Settings.typed(map) : new LinkedHashMap<>();
        body.put(path.get(0), inner);
        put(inner, path.subList(1, path.size()), value);
    }

    private static HttpCall typed(HttpCall call, String type) {
        boolean said = call.headers().keySet().stream().anyMatch(CONTENT_TYPE::equalsIgnoreCase);
        return said ? call : call.withHeader(CONTENT_TYPE, type);
    }
}
