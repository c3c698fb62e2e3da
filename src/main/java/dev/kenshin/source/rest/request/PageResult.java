package dev.kenshin.source.rest.request;

import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.rest.template.Variables;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a page held, as far as the next one depends on it.
 *
 * @param response the first value of its body
 * @param size how many records it held before any was filtered
 * @param lastRecord of those that were kept
 * @param token by which the page was asked for
 */
public record PageResult(
        HttpAnswer answer,
        Object response,
        long size,
        @Nullable Object lastRecord,
        Optional<Object> token) {

    Variables in(Variables scope) {
        Map<String, Object> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().joined());
        headers.put("link", LinkHeader.links(answer.headers().value("link").orElse("")));
        return scope.with("response", response)
                .with("headers", headers)
                .with("last_record", lastRecord)
                .with("last_page_size", size);
    }
}
