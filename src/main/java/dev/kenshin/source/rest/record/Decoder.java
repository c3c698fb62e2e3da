package dev.kenshin.source.rest.record;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.RateLimitSpent;

/** Makes values of the body of an answer. */
@FunctionalInterface
public interface Decoder {

    /**
     * Shows every value: each item of an array, each line, or the one document.
     *
     * @throws SourceUnavailable if the body is not of that form
     */
    void decode(HttpAnswer answer, Visitor<Object> values) throws SourceUnavailable, RateLimitSpent;
}
