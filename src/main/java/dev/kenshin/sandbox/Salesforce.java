package dev.kenshin.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Salesforce's REST API: SOQL by {@code /query} and {@code /queryAll}, 2,000 records a page and the next behind
 * {@code nextRecordsUrl}. Access tokens are given for client credentials and for signed claims, whose signature is not
 * looked at, since no certificate is known here. Errors come in an array.
 */
final class Salesforce implements Vendor {
    private static final Pattern QUERY = Pattern.compile("/services/data/(v\\d+\\.\\d)/(query|queryAll)/?");
    private static final Pattern MORE =
            Pattern.compile("/services/data/(v\\d+\\.\\d)/(?:query|queryAll)/(0r8\\w{15})-(\\d{1,9})");
    private static final Pattern BATCH_SIZE = Pattern.compile("(?i).*batchSize=(\\d{1,9}).*");
    private static final int LARGEST_PAGE = 2_000;
    private static final int SMALLEST_PAGE = 200;
    private static final int OPEN_CURSORS = 10;
    /** An Enterprise organisation without further licences. */
    private static final int CALLS_A_DAY = 100_000;

    private final Map<String, SalesforceObject> objects;
    private final String token;
    private final Clock clock;
    private final RateLimit calls;
    private final Map<String, Cursor> cursors = new LinkedHashMap<>();
    private int opened;

    /** The results of a query that did not fit into one page. */
    private record Cursor(List<Map<String, @Nullable Object>> results, int pageSize) {}

    Salesforce(Map<String, SalesforceObject> objects, String token, Clock clock) {
        this.objects = objects;
        this.token = token;
        this.clock = clock;
        this.calls = new RateLimit(CALLS_A_DAY, Duration.ofDays(1), clock);
    }

    @Override
    public String prefix() {
        return "/salesforce";
    }

    @Override
    public Reply answer(Call call) {
        if (call.path().equals("/services/oauth2/token")) {
            return login(call);
        }
        if (!call.header("Authorization").orElse("").equals("Bearer " + token)) {
            return expired();
        }
        if (calls.secondsToWait().isPresent()) {
            return limited(0);
        }
        return found(call).with("Sforce-Limit-Info", "api-usage=" + calls.taken() + "/" + CALLS_A_DAY);
    }

    @Override
    public Reply expired() {
        return error(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }

    /** It does not say for how long. */
    @Override
    public Reply limited(long seconds) {
        return error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    }

    private Reply login(Call call) {
        Map<String, List<String>> form = Call.form(call.body());
        String grant = first(form, "grant_type");
        String refusal =
                switch (grant) {
                    case "client_credentials" -> refusal(form);
                    case "urn:ietf:params:oauth:grant-type:jwt-bearer" -> refusal(call, first(form, "assertion"));
                    default -> "unsupported_grant_type: grant type not supported";
                };
        if (!refusal.isEmpty()) {
            String[] both = refusal.split(": ", 2);
            return Reply.json(400, Fields.of("error", both[0], "error_description", both[1]));
        }
        return Reply.json(Fields.of(
                "access_token", token, "instance_url", call.service(), "token_type", "Bearer", "scope", "api"));
    }

    private String refusal(Map<String, List<String>> form) {
        if (first(form, "client_id").isEmpty()) {
            return "invalid_client_id: client identifier invalid";
        }
        return first(form, "client_secret").equals(token) ? "" : "invalid_client: invalid client credentials";
    }

    private String refusal(Call call, String assertion) {
        String[] parts = assertion.split("\\.", -1);
        JsonNode header = decoded(parts[0]);
        JsonNode claims = decoded(parts.length == 3 ? parts[1] : "");
        if (!header.path("alg").asString("").equals("RS256")
                || claims.path("iss").asString("").isEmpty()) {
            return "invalid_grant: invalid assertion";
        }
        List<String> hosts = List.of("https://login.salesforce.com", "https://test.salesforce.com", call.service());
        if (!hosts.contains(claims.path("aud").asString(""))) {
            return "invalid_grant: audience is invalid";
        }
        long seconds = claims.path("exp").asLong(0) - clock.instant().getEpochSecond();
        return seconds < 0 || seconds > 300 ? "invalid_grant: assertion expiration is invalid" : "";
    }

    private static JsonNode decoded(String part) {
        JsonMapper json = new JsonMapper();
        try {
            return json.readTree(new String(Base64.getUrlDecoder().decode(part), UTF_8));
        } catch (IllegalArgumentException | JacksonException noJson) {
            return json.createObjectNode();
        }
    }

    private static String first(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of("")).get(0);
    }

    private Reply found(Call call) {
        Matcher query = QUERY.matcher(call.path());
        Matcher more = MORE.matcher(call.path());
        if (query.matches() && call.method().equals("GET")) {
            return query(call, query.group(1));
        }
        return more.matches() ? more(call, more) : error(404, "NOT_FOUND", "The requested resource does not exist");
    }

    private Reply query(Call call, String version) {
        String text = call.parameter("q").orElse("");
        try {
            Soql soql = Soql.of(text);
            SalesforceObject object = objects.get(soql.object());
            if (object == null) {
                return error(400, "INVALID_TYPE", "sObject type '" + soql.object() + "' is not supported.");
            }
            Optional<String> unknown = soql.fields()
                    .filter(field -> !object.fields().contains(field))
                    .findFirst();
            return unknown.isPresent()
                    ? error(400, "INVALID_FIELD", noColumn(unknown.get(), object))
                    : page(call, version, new Cursor(soql.results(object, version), pageSize(call)));
        } catch (IllegalArgumentException mistake) {
            return error(400, "MALFORMED_QUERY", Objects.toString(mistake.getMessage(), text));
        }
    }

    private static String noColumn(String field, SalesforceObject object) {
        return "No such column '" + field + "' on entity '" + object.name()
                + "'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.";
    }

    private static int pageSize(Call call) {
        Matcher size = BATCH_SIZE.matcher(call.header("Sforce-Query-Options").orElse(""));
        return size.matches()
                ? Math.max(SMALLEST_PAGE, Math.min(LARGEST_PAGE, Integer.parseInt(size.group(1))))
                : LARGEST_PAGE;
    }

    private Reply page(Call call, String version, Cursor cursor) {
        return cursor.results().size() <= cursor.pageSize()
                ? Reply.json(page(cursor, 0, null))
                : Reply.json(page(cursor, 0, address(call, version, open(cursor))));
    }

    private Reply more(Call call, Matcher locator) {
        Cursor cursor = cursor(locator.group(2));
        int from = Integer.parseInt(locator.group(3));
        if (cursor == null || from > cursor.results().size()) {
            return error(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        return Reply.json(page(cursor, from, address(call, locator.group(1), locator.group(2))));
    }

    private static Map<String, @Nullable Object> page(Cursor cursor, int from, @Nullable String address) {
        int end = Math.min(from + cursor.pageSize(), cursor.results().size());
        boolean done = end == cursor.results().size();
        Map<String, @Nullable Object> page =
                Fields.of("totalSize", cursor.results().size(), "done", done);
        if (!done) {
            page.put("nextRecordsUrl", address + "-" + end);
        }
        page.put("records", cursor.results().subList(from, end));
        return page;
    }

    /** From the root of the host, as Salesforce gives it; the sandbox's services do not lie there. */
    private static String address(Call call, String version, String locator) {
        return URI.create(call.service()).getPath() + "/services/data/" + version + "/query/" + locator;
    }

    /** A user has ten cursors; another one closes the oldest. */
    private synchronized String open(Cursor cursor) {
        String locator = "0r8%012dAAA".formatted(++opened);
        cursors.put(locator, cursor);
        if (cursors.size() > OPEN_CURSORS) {
            cursors.remove(cursors.keySet().iterator().next());
        }
        return locator;
    }

    private synchronized @Nullable Cursor cursor(String locator) {
        return cursors.get(locator);
    }

    private static Reply error(int status, String code, String message) {
        return Reply.json(status, List.of(Fields.of("message", message, "errorCode", code)));
    }
}
