package dev.kenshin.sandbox;

import dev.kenshin.sandbox.BacklogSpace.BacklogIssue;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Backlog's API: issues by offset, at most 100 a call, and projects; opened by an API key in the address. A user may
 * search 150 times a minute and read 600 times, and each answer tells how often still.
 */
final class Backlog implements Vendor {
    private static final int LARGEST_PAGE = 100;
    private static final int USUAL_PAGE = 20;

    private final BacklogSpace space;
    private final String key;
    private final Clock clock;
    private final RateLimit searches;
    private final RateLimit reads;

    Backlog(BacklogSpace space, String key, Clock clock) {
        this.space = space;
        this.key = key;
        this.clock = clock;
        this.searches = new RateLimit(150, Duration.ofMinutes(1), clock);
        this.reads = new RateLimit(600, Duration.ofMinutes(1), clock);
    }

    @Override
    public String prefix() {
        return "/backlog";
    }

    @Override
    public Reply answer(Call call) {
        if (!call.parameter("apiKey").filter(key::equals).isPresent()) {
            return expired();
        }
        if (!call.method().equals("GET")) {
            return error(404, 6, "Undefined resource.");
        }
        boolean search = call.path().equals("/api/v2/issues");
        RateLimit limit = search ? searches : reads;
        boolean full = limit.secondsToWait().isPresent();
        Reply reply = full ? limited() : search ? issues(call) : other(call);
        return reply.with("X-RateLimit-Limit", "" + limit.calls())
                .with("X-RateLimit-Remaining", "" + (limit.calls() - limit.taken()))
                .with("X-RateLimit-Reset", "" + reset(limit));
    }

    @Override
    public Reply expired() {
        return error(401, 11, "Authentication failure.");
    }

    @Override
    public Reply limited(long seconds) {
        return limited()
                .with("X-RateLimit-Limit", "" + searches.calls())
                .with("X-RateLimit-Remaining", "0")
                .with(
                        "X-RateLimit-Reset",
                        "" + clock.instant().plusSeconds(seconds).getEpochSecond());
    }

    private static Reply limited() {
        return error(429, 13, "Too many requests.");
    }

    /** In whole seconds, none too early. */
    private static long reset(RateLimit limit) {
        return limit.reset().plusMillis(999).getEpochSecond();
    }

    private Reply other(Call call) {
        return switch (call.path()) {
            case "/api/v2/projects" -> Reply.json(List.of(space.project()));
            case "/api/v2/issues/count" -> counted(call);
            default -> error(404, 6, "Undefined resource.");
        };
    }

    private Reply counted(Call call) {
        return Reply.json(
                Fields.of("count", space.issues().stream().filter(asked(call)).count()));
    }

    private Reply issues(Call call) {
        long count = call.number("count").orElse((long) USUAL_PAGE);
        if (count < 1 || count > LARGEST_PAGE) {
            return error(400, 7, "Invalid value. count: 1 to " + LARGEST_PAGE);
        }
        if (call.number("offset").orElse(0L) < 0) {
            return error(400, 7, "Invalid value. offset");
        }
        Optional<String> stranger = projects(call).stream()
                .filter(id -> !id.equals("" + BacklogSpace.PROJECT))
                .findFirst();
        if (stranger.isPresent()) {
            return error(404, 6, "No such project. (projectId:" + stranger.get() + ")");
        }
        try {
            return Reply.json(page(call, count));
        } catch (DateTimeException noDay) {
            return error(400, 7, "Invalid date. Expected yyyy-MM-dd");
        }
    }

    private static List<String> projects(Call call) {
        return call.parameters().entrySet().stream()
                .filter(parameter -> parameter.getKey().matches("projectId\\[\\d*]"))
                .flatMap(parameter -> parameter.getValue().stream())
                .toList();
    }

    private List<Map<String, @Nullable Object>> page(Call call, long count) {
        return space.issues().stream()
                .filter(asked(call))
                .sorted(order(call))
                .skip(call.number("offset").orElse(0L))
                .limit(count)
                .map(BacklogIssue::fields)
                .toList();
    }

    private static Predicate<BacklogIssue> asked(Call call) {
        return since(call, "created", BacklogIssue::made).and(since(call, "updated", BacklogIssue::changed));
    }

    /** Days are those of the space, in Tokyo; both ends are included. */
    private static Predicate<BacklogIssue> since(Call call, String what, Function<BacklogIssue, Instant> moment) {
        Optional<Instant> from = call.parameter(what + "Since").map(day -> midnight(day, 0));
        Optional<Instant> to = call.parameter(what + "Until").map(day -> midnight(day, 1));
        return issue -> from.filter(moment.apply(issue)::isBefore).isEmpty()
                && to.filter(end -> !moment.apply(issue).isBefore(end)).isEmpty();
    }

    private static Instant midnight(String day, int later) {
        return LocalDate.parse(day)
                .plusDays(later)
                .atStartOfDay(CompanyFiles.ZONE)
                .toInstant();
    }

    /** The latest first, unless asked for otherwise. */
    private static Comparator<BacklogIssue> order(Call call) {
        Comparator<BacklogIssue> order =
                switch (call.parameter("sort").orElse("")) {
                    case "created" -> Comparator.comparing(BacklogIssue::made);
                    case "updated" -> Comparator.comparing(BacklogIssue::changed);
                    default -> Comparator.comparingLong(BacklogIssue::id);
                };
        Comparator<BacklogIssue> ascending = order.thenComparingLong(BacklogIssue::id);
        return call.parameter("order").filter("asc"::equals).isPresent() ? ascending : ascending.reversed();
    }

    private static Reply error(int status, int code, String message) {
        return Reply.json(
                status, Fields.of("errors", List.of(Fields.of("message", message, "code", code, "moreInfo", ""))));
    }
}
