package dev.kenshin.source.rest.request;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a call carries, gathered from the requester, the slice and the paginator; what is put in later wins. */
public final class RequestParts {
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> headers = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> form = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> json = new LinkedHashMap<>();

    /** Of the query; a list stands for several parameters of one name. */
    public Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    public Map<String, @Nullable Object> headers() {
        return headers;
    }

    /** Of a body that is a form. */
    public Map<String, @Nullable Object> form() {
        return form;
    }

    /** Of a body that is a JSON object. */
    public Map<String, @Nullable Object> json() {
        return json;
    }
}
