package dev.kenshin.metric;

import static dev.kenshin.metric.Facts.ratio;
import static dev.kenshin.metric.Facts.where;
import static java.util.Map.entry;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code config/metrics/support.yaml}, row by row. */
final class NaiveSupport {
    static final Map<String, Naive> METRICS = Map.ofEntries(
            entry("tickets_28d", facts -> tickets(facts, 28)),
            entry("tickets_90d", facts -> tickets(facts, 90)),
            entry("tickets_change_28d", facts -> tickets(facts, 28)
                    .flatMap(now -> tickets(facts.before(28), 28).map(before -> now - before))),
            entry("tickets_per_seat_90d", facts -> ratio(tickets(facts, 90), NaiveCommercial.seats(facts))),
            entry(
                    "urgent_tickets_28d",
                    facts ->
                            count(where(facts.window("ticket", "opened_at", 28), row -> row.is("priority", "urgent")))),
            entry("open_tickets", facts -> count(open(facts))),
            entry("open_ticket_days", facts -> Facts.mean(ages(facts))),
            entry("oldest_open_ticket_days", facts -> ages(facts).stream().reduce(Math::max)),
            entry("resolution_hours_90d", facts -> Facts.mean(hours(facts))),
            entry(
                    "satisfaction_180d",
                    facts -> Facts.mean(facts.window("ticket", "closed_at", 180).stream()
                            .flatMap(row -> row.number("satisfaction").stream())
                            .toList())),
            entry("days_since_ticket", NaiveSupport::daysSince),
            entry(
                    "support_silence_days",
                    facts -> NaiveUsage.activeUsers(facts) > 0
                            ? daysSince(facts).or(() -> NaiveCommercial.tenure(facts))
                            : Optional.empty()));

    private NaiveSupport() {}

    private static Optional<Double> daysSince(Facts facts) {
        return facts.daysSinceLast(facts.rows("ticket"), "opened_at");
    }

    private static Optional<Double> count(List<Row> rows) {
        return Optional.of((double) rows.size());
    }

    private static Optional<Double> tickets(Facts facts, int days) {
        return count(facts.window("ticket", "opened_at", days));
    }

    private static List<Row> open(Facts facts) {
        return where(facts.rows("ticket"), row -> facts.isAhead(row.date("closed_at")));
    }

    private static List<Double> ages(Facts facts) {
        return open(facts).stream()
                .flatMap(row -> row.date("opened_at").stream())
                .map(facts::daysSince)
                .toList();
    }

    /** The database counts minutes that begin between the two times. */
    private static List<Double> hours(Facts facts) {
        return where(facts.window("ticket", "closed_at", 90), row -> row.value("opened_at")
                        .isPresent())
                .stream()
                .map(row ->
                        ChronoUnit.MINUTES.between(minute(row.time("opened_at")), minute(row.time("closed_at"))) / 60.0)
                .toList();
    }

    private static LocalDateTime minute(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES);
    }
}
