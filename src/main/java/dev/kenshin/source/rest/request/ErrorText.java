package dev.kenshin.source.rest.request;

import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.rest.record.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the sentence in which an API says what is wrong. */
final class ErrorText {
    private static final List<String> NAMES = List.of(
            "message",
            "messages",
            "error",
            "errors",
            "failures",
            "failure",
            "detail",
            "details",
            "err",
            "error_message",
            "msg",
            "reason",
            "status_message",
            "errorMessages");
    private static final int LONGEST = 300;

    private ErrorText() {}

    /** A few hundred characters, and {@code …} if there were more; empty where nothing was found. */
    static String of(HttpAnswer answer) {
        String text = text(Json.readLeniently(answer));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(ErrorText::text)
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return NAMES.stream()
                    .map(map::get)
                    .filter(Objects::nonNull)
                    .map(ErrorText::text)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        return value instanceof String text ? text : "";
    }
}
