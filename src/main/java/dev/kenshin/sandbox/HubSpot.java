package dev.kenshin.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kenshin.sandbox.HubSpotPortal.HubSpotObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * HubSpot's CRM objects: listed at most 100 a call along {@code paging.next.after}, or searched for, at most 200 a call and
 * 10,000 in all; opened by a private app's token. An app may call 190 times in ten seconds, and search five times a second.
 */
final class HubSpot implements Vendor {
    private static final Pattern PATH = Pattern.compile("/crm/v3/objects/(?<object>\\w+)(?<search>/search)?");
    private static final int LARGEST_PAGE = 100;
    private static final int USUAL_PAGE = 10;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    /** Come whether they are asked for or not. */
    private static final List<String> ALWAYS = List.of("createdate", "hs_lastmodifieddate", "hs_object_id");

    private static final Map<String, List<String>> USUAL = Map.of(
            "companies", List.of("name", "domain"),
            "contacts", List.of("email", "firstname", "lastname"),
            "deals", List.of("amount", "closedate", "dealname", "dealstage", "pipeline"));

    private final HubSpotPortal portal;
    private final String token;
    private final RateLimit calls;
    private final RateLimit searches;

    HubSpot(HubSpotPortal portal, String token, Clock clock) {
        this.portal = portal;
        this.token = token;
        this.calls = new RateLimit(190, Duration.ofSeconds(10), clock);
        this.searches = new RateLimit(5, Duration.ofSeconds(1), clock);
    }

    @Override
    public String prefix() {
        return "/hubspot";
    }

    @Override
    public Reply answer(Call call) {
        if (!call.header("Authorization").orElse("").equals("Bearer " + token)) {
            return expired();
        }
        Matcher path = PATH.matcher(call.path());
        boolean search = path.matches() && path.group("search") != null;
        if (!path.matches() || !call.method().equals(search ? "POST" : "GET")) {
            return error(404, "NOT_FOUND", "resource not found");
        }
        List<HubSpotObject> objects = portal.objects().get(path.group("object"));
        if (objects == null) {
            return invalid("Unable to infer object type from: " + path.group("object"));
        }
        return search ? searched(call, path.group("object"), objects) : listed(call, path.group("object"), objects);
    }

    @Override
    public Reply expired() {
        return error(401, "INVALID_AUTHENTICATION", "Authentication credentials not found.");
    }

    /** It does not say for how long. */
    @Override
    public Reply limited(long seconds) {
        return limited("TEN_SECONDLY_ROLLING", "You have reached your ten_secondly_rolling limit.");
    }

    private Reply searched(Call call, String name, List<HubSpotObject> objects) {
        if (searches.secondsToWait().isPresent()) {
            return limited("SECONDLY", "You have reached your secondly limit.");
        }
        try {
            HubSpotSearch search = HubSpotSearch.of(call.body());
            return Reply.json(search.page(objects, object -> shown(object, properties(name, search.properties()))));
        } catch (IllegalArgumentException mistake) {
            return invalid("Invalid input JSON: " + mistake.getMessage());
        }
    }

    private Reply listed(Call call, String name, List<HubSpotObject> objects) {
        if (calls.secondsToWait().isPresent()) {
            return limited(0);
        }
        long limit = call.number("limit").orElse((long) USUAL_PAGE);
        long after = call.number("after").orElse(0L);
        if (limit < 1 || limit > LARGEST_PAGE || after < 0) {
            return invalid("limit must be between 1 and " + LARGEST_PAGE + ", and after one that was given");
        }
        return Reply.json(page(call, name, objects, limit, after))
                .with("X-HubSpot-RateLimit-Interval-Milliseconds", "10000")
                .with("X-HubSpot-RateLimit-Max", "" + calls.calls())
                .with("X-HubSpot-RateLimit-Remaining", "" + (calls.calls() - calls.taken()));
    }

    private static Map<String, @Nullable Object> page(
            Call call, String name, List<HubSpotObject> objects, long limit, long after) {
        List<HubSpotObject> left =
                objects.stream().filter(object -> object.id() >= after).toList();
        Set<String> properties = properties(name, words(call, "properties").toList());
        boolean companies = words(call, "associations").anyMatch(Set.of("companies", "company")::contains);
        Map<String, @Nullable Object> page = Fields.of(
                "results",
                left.stream()
                        .limit(limit)
                        .map(object -> companies ? linked(object, properties) : shown(object, properties))
                        .toList());
        if (left.size() > limit) {
            String next = "" + left.get((int) limit).id();
            String link = call.service() + call.path() + "?after=" + next;
            page.put("paging", Fields.of("next", Fields.of("after", next, "link", link)));
        }
        return page;
    }

    private static Stream<String> words(Call call, String parameter) {
        return call.parameters().getOrDefault(parameter, List.of()).stream()
                .flatMap(text -> Stream.of(text.split(",")));
    }

    private static Set<String> properties(String name, List<String> asked) {
        List<String> wanted =
                asked.stream().filter(property -> !property.isBlank()).toList();
        return Stream.concat(
                        ALWAYS.stream(), (wanted.isEmpty() ? USUAL.getOrDefault(name, List.of()) : wanted).stream())
                .collect(Collectors.toSet());
    }

    private static Map<String, @Nullable Object> linked(HubSpotObject object, Set<String> properties) {
        Map<String, @Nullable Object> shown = shown(object, properties);
        Optional<Object> companies = object.company()
                .map(id -> List.of(
                        Fields.of("id", id, "type", "deal_to_company"),
                        Fields.of("id", id, "type", "deal_to_company_unlabeled")));
        companies.ifPresent(
                results -> shown.put("associations", Fields.of("companies", Fields.of("results", results))));
        return shown;
    }

    /** A property that nobody has filled is null. */
    private static Map<String, @Nullable Object> shown(HubSpotObject object, Set<String> properties) {
        Map<String, @Nullable Object> some = Fields.of();
        properties.stream().sorted().forEach(property -> some.put(property, filled(object, property)));
        return Fields.of(
                "id",
                "" + object.id(),
                "properties",
                some,
                "createdAt",
                time(object.made()),
                "updatedAt",
                time(object.made()),
                "archived",
                false);
    }

    private static @Nullable Object filled(HubSpotObject object, String property) {
        String value = Texts.of(object.properties().get(property));
        return value.isEmpty() ? null : value;
    }

    private static Reply invalid(String message) {
        return error(400, "VALIDATION_ERROR", message);
    }

    private static Reply error(int status, String category, String message) {
        return Reply.json(
                status,
                Fields.of(
                        "status",
                        "error",
                        "message",
                        message,
                        "correlationId",
                        correlation(message),
                        "category",
                        category));
    }

    private static Reply limited(String policy, String message) {
        return Reply.json(
                429,
                Fields.of(
                        "status",
                        "error",
                        "message",
                        message,
                        "errorType",
                        "RATE_LIMIT",
                        "correlationId",
                        correlation(message),
                        "policyName",
                        policy));
    }

    private static String correlation(String message) {
        return UUID.nameUUIDFromBytes(message.getBytes(UTF_8)).toString();
    }

    /** A time as HubSpot writes it. */
    static String time(Instant moment) {
        return TIME.format(moment);
    }
}
