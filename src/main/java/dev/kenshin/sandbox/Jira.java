package dev.kenshin.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.sandbox.JiraSite.JiraIssue;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Jira Cloud's search by JQL, page by page along {@code nextPageToken}, and its projects; opened by an address and an API
 * token. A search without a condition is refused, and only ids come unless fields are named.
 */
final class Jira implements Vendor {
    private static final Pattern JQL =
            Pattern.compile("(?is)(?<where>.*?)(?:(?:^|\\s+)order\\s+by\\s+(?<order>.+))?\\s*");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
            .withZone(CompanyFiles.ZONE);
    private static final int MOST_WITH_FIELDS = 100;
    private static final int MOST_IDS = 5_000;
    private static final int USUAL_PAGE = 50;

    private final JiraSite site;
    private final String token;
    private final Set<String> known;
    private final Map<Object, JiraIssue> byKey;

    Jira(JiraSite site, String token) {
        this.site = site;
        this.token = token;
        this.known =
                site.issues().isEmpty() ? Set.of() : site.issues().get(0).row().keySet();
        this.byKey = site.issues().stream().collect(Collectors.toMap(JiraIssue::key, issue -> issue));
    }

    @Override
    public String prefix() {
        return "/jira";
    }

    @Override
    public Reply expired() {
        return Reply.json(
                401, Fields.of("message", "Client must be authenticated to access this resource.", "status-code", 401));
    }

    @Override
    public Reply answer(Call call) {
        if (!isOpen(call)) {
            return expired();
        }
        String asked = call.method() + " " + call.path();
        return switch (asked) {
            case "GET /rest/api/3/search/jql" -> search(call);
            case "GET /rest/api/3/project/search" -> projects(call);
            default -> error(404, "No endpoint " + asked + ".");
        };
    }

    private boolean isOpen(Call call) {
        String authorization = call.header("Authorization").orElse("");
        if (!authorization.startsWith("Basic ")) {
            return false;
        }
        try {
            byte[] both = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
            return new String(both, UTF_8).matches("[^:]+@[^:]+:" + Pattern.quote(token));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private Reply search(Call call) {
        Matcher jql = JQL.matcher(call.parameter("jql").orElse(""));
        if (!jql.matches() || jql.group("where").isBlank()) {
            return error(
                    400, "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.");
        }
        try {
            Query query = Query.of(jql.group("where"), jql.group("order"));
            Optional<String> unknown = query.fields().stream()
                    .filter(field -> !known.isEmpty() && !known.contains(field))
                    .findFirst();
            return unknown.isPresent()
                    ? error(
                            400,
                            "Field '" + unknown.get() + "' does not exist or you do not have permission to view it.")
                    : page(call, query);
        } catch (IllegalArgumentException mistake) {
            return error(400, "Error in the JQL Query: " + Objects.toString(mistake.getMessage(), ""));
        }
    }

    private Reply page(Call call, Query query) {
        List<String> fields = List.of(call.parameter("fields").orElse("id").split("\\s*,\\s*"));
        int most = Set.of("id", "key").containsAll(fields) ? MOST_IDS : MOST_WITH_FIELDS;
        int from = call.parameter("nextPageToken").map(Jira::position).orElse(0);
        long asked = call.number("maxResults").orElse((long) USUAL_PAGE);
        if (asked < 0 || from < 0) {
            return error(400, asked < 0 ? "maxResults must be a positive number." : "Invalid nextPageToken.");
        }
        List<JiraIssue> found = query
                .matching(site.issues().stream().map(JiraIssue::row).toList())
                .stream()
                .map(row -> Objects.requireNonNull(byKey.get(Texts.of(row.get("key")))))
                .toList();
        int end = (int) Math.min(found.size(), from + Math.max(1, Math.min(asked, most)));
        Map<String, @Nullable Object> page = Fields.of(
                "issues",
                found.subList(Math.min(from, end), end).stream()
                        .map(issue -> shown(issue, fields, call))
                        .toList());
        if (end < found.size()) {
            page.put("nextPageToken", token(end));
        }
        page.put("isLast", end == found.size());
        return Reply.json(page);
    }

    private static Map<String, @Nullable Object> shown(JiraIssue issue, List<String> fields, Call call) {
        Map<String, @Nullable Object> shown = Fields.of("id", "" + issue.id());
        if (fields.equals(List.of("id"))) {
            return shown;
        }
        shown.put("expand", "renderedFields,names,schema,operations,editmeta,changelog");
        shown.put("self", call.service() + "/rest/api/3/issue/" + issue.id());
        shown.put("key", issue.key());
        Map<String, @Nullable Object> some = Fields.of();
        issue.fields().forEach((field, value) -> {
            if (fields.contains(field) || fields.contains("*all") || fields.contains("*navigable")) {
                some.put(field, value);
            }
        });
        shown.put("fields", some);
        return shown;
    }

    private static Reply projects(Call call) {
        boolean first = call.number("startAt").orElse(0L) == 0;
        return Reply.json(Fields.of(
                "self",
                call.service() + call.path(),
                "maxResults",
                call.number("maxResults").orElse((long) USUAL_PAGE),
                "startAt",
                call.number("startAt").orElse(0L),
                "total",
                1,
                "isLast",
                true,
                "values",
                first ? List.of(JiraSite.project()) : List.of()));
    }

    private static String token(int position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("from=" + position).getBytes(UTF_8));
    }

    /** -1 where the token is none of ours. */
    private static int position(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
            return text.matches("from=\\d{1,9}") ? Integer.parseInt(text.substring("from=".length())) : -1;
        } catch (IllegalArgumentException notBase64) {
            return -1;
        }
    }

    private static Reply error(int status, String message) {
        return Reply.json(status, Fields.of("errorMessages", List.of(message), "errors", Map.of()));
    }

    /** A time as Jira writes it, in the time zone of the token's owner. */
    static String time(Instant moment) {
        return TIME.format(moment);
    }
}
