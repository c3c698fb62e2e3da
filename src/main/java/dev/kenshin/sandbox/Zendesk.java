package dev.kenshin.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Zendesk's exports of what changed: tickets and users by cursor, organisations by time, ratings page by page. Exports
 * allow ten calls a minute and leave out the last minute; all is opened by basic authentication with an API token, or by
 * a bearer token.
 */
final class Zendesk implements Vendor {
    private static final int LARGEST_PAGE = 1_000;
    private static final String EXPORT = "/api/v2/incremental/";

    private final ZendeskDesk desk;
    private final String token;
    private final Clock clock;
    private final RateLimit exports;

    Zendesk(ZendeskDesk desk, String token, Clock clock) {
        this.desk = desk;
        this.token = token;
        this.clock = clock;
        this.exports = new RateLimit(10, Duration.ofMinutes(1), clock);
    }

    @Override
    public String prefix() {
        return "/zendesk";
    }

    @Override
    public Reply answer(Call call) {
        if (!isOpen(call)) {
            return expired();
        }
        if (call.path().startsWith(EXPORT)) {
            Optional<Long> wait = exports.secondsToWait();
            return wait.isPresent() ? limited(wait.get()) : export(call);
        }
        return call.path().equals("/api/v2/satisfaction_ratings.json")
                ? ratings(call)
                : error(404, "InvalidEndpoint", "Not found");
    }

    private boolean isOpen(Call call) {
        String authorization = call.header("Authorization").orElse("");
        if (authorization.startsWith("Basic ")) {
            String user = decoded(authorization.substring("Basic ".length()));
            return user.endsWith("/token:" + token);
        }
        return authorization.equals("Bearer " + token);
    }

    @Override
    public Reply expired() {
        return Reply.json(401, Map.of("error", "Couldn't authenticate you"));
    }

    @Override
    public Reply limited(long seconds) {
        return error(
                        429,
                        "APIRateLimitExceeded",
                        "Number of allowed incremental export API requests per minute exceeded")
                .with("Retry-After", Long.toString(seconds));
    }

    private Reply export(Call call) {
        if (call.number("start_time").filter(this::isTooRecent).isPresent()) {
            return error(422, "StartTimeTooRecent", "Too recent start_time. Use a start_time older than 1 minute");
        }
        return switch (call.path().substring(EXPORT.length())) {
            case "tickets/cursor.json" -> byCursor(call, "tickets", desk.tickets());
            case "users/cursor.json" -> byCursor(call, "users", desk.users());
            case "organizations.json" -> byTime(call, "organizations", desk.organizations());
            default -> error(404, "InvalidEndpoint", "Not found");
        };
    }

    private boolean isTooRecent(long startTime) {
        return startTime < 0 || startTime > complete();
    }

    /** What changed within the last minute is left out. */
    private long complete() {
        return clock.instant().minus(Duration.ofMinutes(1)).getEpochSecond();
    }

    private Reply byCursor(Call call, String name, List<ZendeskItem> items) {
        Optional<ZendeskItem.Position> after =
                call.parameter("cursor").map(Zendesk::decoded).flatMap(ZendeskItem.Position::read);
        Optional<Long> startTime = call.number("start_time");
        if (after.isEmpty() && startTime.isEmpty()) {
            return error(400, "BadRequest", "Parameter start_time or a valid cursor is required");
        }
        List<ZendeskItem> left = items.stream()
                .filter(item -> item.changed() <= complete())
                .filter(item -> after.map(item::isAfter).orElseGet(() -> item.changed() >= startTime.orElseThrow()))
                .toList();
        List<ZendeskItem> page = left.stream().limit(pageSize(call)).toList();
        String cursor = page.isEmpty()
                ? call.parameter("cursor").orElse(null)
                : encoded(page.get(page.size() - 1).position());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(name, page.stream().map(ZendeskItem::fields).toList());
        body.put("after_url", cursor == null ? null : call.service() + call.path() + "?cursor=" + cursor);
        body.put("before_url", null);
        body.put("after_cursor", cursor);
        body.put("before_cursor", null);
        body.put("end_of_stream", page.size() == left.size());
        return Reply.json(body);
    }

    /** Several may have changed in the same second as the page's last: all of them come, whatever the page's size. */
    private Reply byTime(Call call, String name, List<ZendeskItem> items) {
        Optional<Long> startTime = call.number("start_time");
        if (startTime.isEmpty()) {
            return error(400, "BadRequest", "Parameter start_time is required");
        }
        List<ZendeskItem> left = items.stream()
                .filter(item -> item.changed() <= complete() && item.changed() >= startTime.get())
                .toList();
        List<ZendeskItem> first = left.stream().limit(pageSize(call)).toList();
        long end =
                first.isEmpty() ? startTime.get() : first.get(first.size() - 1).changed();
        List<ZendeskItem> page =
                left.stream().filter(item -> item.changed() <= end).toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(name, page.stream().map(ZendeskItem::fields).toList());
        body.put("count", page.size());
        body.put("next_page", call.service() + call.path() + "?start_time=" + end);
        body.put("end_time", end);
        body.put("end_of_stream", page.size() == left.size());
        return Reply.json(body);
    }

    private Reply ratings(Call call) {
        long since = call.number("start_time").orElse(0L);
        long after = call.parameter("page[after]")
                .map(Zendesk::decoded)
                .filter(Texts::isNumber)
                .map(Long::parseLong)
                .orElse(0L);
        List<ZendeskItem> left = desk.ratings().stream()
                .filter(item -> item.changed() >= since && item.id() > after)
                .toList();
        List<ZendeskItem> page = left.stream()
                .limit(Math.min(100, Math.max(1, call.number("page[size]").orElse(100L))))
                .toList();
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("has_more", page.size() < left.size());
        meta.put(
                "after_cursor",
                page.isEmpty() ? null : encoded("" + page.get(page.size() - 1).id()));
        meta.put("before_cursor", null);
        return Reply.json(Map.of(
                "satisfaction_ratings", page.stream().map(ZendeskItem::fields).toList(), "meta", meta));
    }

    private static long pageSize(Call call) {
        return Math.min(LARGEST_PAGE, Math.max(1, call.number("per_page").orElse((long) LARGEST_PAGE)));
    }

    private static Reply error(int status, String error, String description) {
        return Reply.json(status, Map.of("error", error, "description", description));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /** What is no Base64 becomes an empty text. */
    private static String decoded(String text) {
        try {
            byte[] bytes = text.contains("-") || text.contains("_")
                    ? Base64.getUrlDecoder().decode(text)
                    : Base64.getDecoder().decode(text);
            return new String(bytes, UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    /** A time as Zendesk writes it. */
    static String time(long epochSeconds) {
        return Instant.ofEpochSecond(epochSeconds).toString();
    }
}
