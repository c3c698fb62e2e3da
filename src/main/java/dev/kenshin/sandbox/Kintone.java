package dev.kenshin.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * kintone's record API: {@code GET /k/v1/records.json}, at most 500 records a call and offsets up to 10,000, each app
 * opened by its own API token. Errors have a code, an id and a message.
 */
final class Kintone implements Vendor {
    private static final int MOST_RECORDS = 500;
    private static final int LARGEST_OFFSET = 10_000;

    private final Map<Long, KintoneApp> apps;

    /** @param apps by id */
    Kintone(Map<Long, KintoneApp> apps) {
        this.apps = apps;
    }

    @Override
    public String prefix() {
        return "/kintone";
    }

    @Override
    public Reply answer(Call call) {
        if (!call.path().equals("/k/v1/records.json") || !call.method().equals("GET")) {
            return error(404, "CB_NO01", "Not found.");
        }
        Optional<Long> id = call.number("app");
        if (id.isEmpty()) {
            return missing("app");
        }
        KintoneApp app = apps.get(id.get());
        if (app == null) {
            return error(404, "GAIA_AP01", "The app (ID: " + id.get() + ") not found. The app may have been deleted.");
        }
        return isOpen(app, call) ? records(app, call) : refused(call);
    }

    /** Several tokens may come in one header, joined by commas. */
    private static boolean isOpen(KintoneApp app, Call call) {
        return call.header("X-Cybozu-API-Token").stream()
                .flatMap(tokens -> List.of(tokens.split(",")).stream())
                .anyMatch(token -> token.strip().equals(app.token()));
    }

    private Reply refused(Call call) {
        return call.header("X-Cybozu-API-Token").isEmpty() ? error(401, "CB_AU01", "Please login.") : expired();
    }

    @Override
    public Reply expired() {
        return error(520, "GAIA_IA02", "The specified API token does not match the API token generated via an app.");
    }

    private static Reply records(KintoneApp app, Call call) {
        KintoneQuery query;
        try {
            query = KintoneQuery.of(call.parameter("query").orElse(""));
        } catch (IllegalArgumentException mistake) {
            return error(400, "CB_VA01", "Invalid input. query: " + mistake.getMessage());
        }
        if (query.limit() > MOST_RECORDS) {
            return error(400, "GAIA_QU01", "limit must be equal to or less than 500.");
        }
        if (query.offset() > LARGEST_OFFSET) {
            return error(400, "GAIA_QO01", "offset must be equal to or less than 10,000.");
        }
        Optional<String> unknown = query.fields().stream()
                .filter(field -> !app.fields().contains(field))
                .findFirst();
        return unknown.isPresent()
                ? error(400, "GAIA_IQ11", "Specified field (" + unknown.get() + ") not found.")
                : Reply.json(page(app, query, call));
    }

    private static Map<String, Object> page(KintoneApp app, KintoneQuery query, Call call) {
        List<Map<String, Object>> records = query.matching(app.records())
                .skip(query.offset())
                .limit(query.limit())
                .toList();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("records", records.stream().map(record -> only(record, call)).toList());
        page.put(
                "totalCount",
                call.parameter("totalCount").filter("true"::equals).isPresent()
                        ? "" + query.matching(app.records()).count()
                        : null);
        return page;
    }

    /** {@code fields[0]=…} asks for some of the fields only. */
    private static Map<String, Object> only(Map<String, Object> record, Call call) {
        List<String> wanted = call.parameters().entrySet().stream()
                .filter(parameter -> parameter.getKey().matches("fields(\\[\\d*])?"))
                .flatMap(parameter -> parameter.getValue().stream())
                .toList();
        Map<String, Object> some = new LinkedHashMap<>(record);
        some.keySet().removeIf(field -> !wanted.isEmpty() && !wanted.contains(field));
        return some;
    }

    private static Reply missing(String parameter) {
        Map<String, Object> error = body("CB_VA01", "Missing or invalid input.");
        error.put("errors", Map.of(parameter, Map.of("messages", List.of("Required field."))));
        return Reply.json(400, error);
    }

    private static Reply error(int status, String code, String message) {
        return Reply.json(status, body(code, message));
    }

    private static Map<String, Object> body(String code, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("id", UUID.nameUUIDFromBytes(message.getBytes(UTF_8)).toString());
        body.put("message", message);
        return body;
    }
}
