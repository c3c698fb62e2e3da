package dev.kenshin.source.rest.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.record.Json;
import dev.kenshin.source.rest.template.Variables;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a requester sends in the body of its calls, in one of three forms. */
final class Body {
    private final Inputs form;
    private final Inputs json;

    private Body(Inputs form, Inputs json) {
        this.form = form;
        this.json = json;
    }

    static Body of(Component requester) throws Unsupported {
        if (requester.child("request_body").isEmpty()) {
            return new Body(
                    Inputs.form(requester, "request_body_data"), Inputs.of(requester, "request_body_json", true));
        }
        Component body = requester.required("request_body");
        Inputs nothing = new Inputs.Constant(null);
        Component values = new Component(body.place(), with(requester, body));
        return switch (body.type()) {
            case "RequestBodyUrlEncodedForm", "RequestBodyPlainText" -> new Body(Inputs.form(values, "value"), nothing);
            case "RequestBodyJsonObject", "RequestBodyGraphQL" -> new Body(nothing, Inputs.of(values, "value", true));
            default -> throw body.unsupported();
        };
    }

    /** The body's templates see the requester's parameters, also where the body has none of its own. */
    private static Map<String, @Nullable Object> with(Component requester, Component body) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(body.values());
        values.putIfAbsent("$parameters", requester.parameters());
        return values;
    }

    /** The bytes and their type; {@code parts} are fields from elsewhere. */
    Content content(RequestParts parts, Variables scope) throws SourceUnavailable {
        Object fields = form.value(scope);
        if (fields instanceof String text && !text.isEmpty()) {
            return new Content(text.getBytes(UTF_8), "");
        }
        Map<String, @Nullable Object> both = merged(fields, parts.form());
        if (!both.isEmpty()) {
            return new Content(Address.form(both).getBytes(UTF_8), "application/x-www-form-urlencoded");
        }
        Object document = json.value(scope);
        Map<String, @Nullable Object> object = merged(document, parts.json());
        if (!object.isEmpty()) {
            return new Content(Json.bytes(object), "application/json");
        }
        boolean other = document != null && !(document instanceof Map<?, ?>) && !document.equals("");
        return other
                ? new Content(
                        document instanceof String text ? text.getBytes(UTF_8) : Json.bytes(document),
                        "application/json")
                : new Content(new byte[0], "");
    }

    /** @param type empty where it is not said */
    @SuppressWarnings("ArrayRecordComponent")
    record Content(byte[] bytes, String type) {}

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> merged(@Nullable Object own, Map<String, @Nullable Object> injected) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        if (own instanceof Map<?, ?>) {
            merged.putAll((Map<String, @Nullable Object>) own);
        }
        injected.forEach((name, value) -> merged.merge(name, value == null ? "" : value, Body::both));
        return merged;
    }

    /** Fields that are injected into an object join those that it has. */
    private static Object both(Object own, Object injected) {
        return own instanceof Map<?, ?> && injected instanceof Map<?, ?> map ? merged(own, typed(map)) : injected;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> typed(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }
}
