package dev.kenshin.source.rest.auth;

import dev.kenshin.source.http.HttpAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the answer to a login or a token request says, as JSON. */
final class TokenAnswer {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEPEST = 5;

    private final @Nullable Object content;

    private TokenAnswer(@Nullable Object content) {
        this.content = content;
    }

    /** One that is not JSON says nothing. */
    static TokenAnswer of(HttpAnswer answer) {
        try {
            return new TokenAnswer(JSON.readValue(answer.body(), Object.class));
        } catch (JacksonException e) {
            return new TokenAnswer(null);
        }
    }

    /** The value at a path of keys and positions. */
    Optional<String> at(List<String> path) {
        Object value = content;
        for (String key : path) {
            value = value instanceof Map<?, ?> map
                    ? map.get(key)
                    : value instanceof List<?> list ? item(list, key) : null;
        }
        return text(value);
    }

    /** The value of that name, wherever it stands. */
    Optional<String> named(String name) {
        return find(content, name, 0);
    }

    private static Optional<String> find(@Nullable Object value, String name, int depth) {
        if (value instanceof Map<?, ?> map && map.get(name) != null) {
            return text(map.get(name));
        }
        Iterable<?> inner =
                value instanceof Map<?, ?> map ? map.values() : value instanceof List<?> list ? list : List.of();
        for (Object each : depth < DEEPEST ? inner : List.of()) {
            Optional<String> found = find(each, name, depth + 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static @Nullable Object item(List<?> list, String key) {
        return key.matches("\\d{1,4}") && Integer.parseInt(key) < list.size() ? list.get(Integer.parseInt(key)) : null;
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String || value instanceof Number
                ? Optional.of(value.toString()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
