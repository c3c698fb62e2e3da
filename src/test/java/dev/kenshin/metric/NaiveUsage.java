package dev.kenshin.metric;

import static dev.kenshin.metric.Facts.distinct;
import static dev.kenshin.metric.Facts.ratio;
import static dev.kenshin.metric.Facts.sumOrZero;
import static dev.kenshin.metric.Facts.where;
import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code config/metrics/usage.yaml}, row by row. */
final class NaiveUsage {
    static final Map<String, Naive> METRICS = Map.ofEntries(
            entry("active_users_7d", facts -> Optional.of(distinct(usage(facts, 7), "user_id"))),
            entry("active_users_28d", facts -> Optional.of(activeUsers(facts))),
            entry("login_users_28d", facts -> Optional.of(loginUsers(facts))),
            entry("login_rate", facts -> ratio(Optional.of(loginUsers(facts)), NaiveAdoption.deployed(facts))),
            entry("active_days_28d", facts -> Optional.of(distinct(usage(facts, 28), "day"))),
            entry("events_28d", NaiveUsage::events),
            entry("usage_hours_28d", NaiveUsage::hours),
            entry("hours_per_user_28d", facts -> ratio(hours(facts), Optional.of(activeUsers(facts)))),
            entry(
                    "feature_breadth_28d",
                    facts -> Optional.of(distinct(where(usage(facts, 28), row -> !row.is("event", "login")), "event"))),
            entry("active_user_days_28d", NaiveUsage::userDays),
            entry(
                    "stickiness",
                    facts -> ratio(userDays(facts).map(days -> days / 28), Optional.of(activeUsers(facts)))),
            entry("usage_trend", facts -> ratio(
                            Optional.of(activeUsers(facts)), Optional.of(activeUsers(facts.before(28))))
                    .map(ratio -> ratio - 1)),
            entry("events_trend", facts -> ratio(events(facts), events(facts.before(28)))
                    .map(ratio -> ratio - 1)),
            entry("days_since_activity", facts -> facts.daysSinceLast(facts.rows("usage_daily"), "day")));

    private NaiveUsage() {}

    static double activeUsers(Facts facts) {
        return distinct(usage(facts, 28), "user_id");
    }

    private static List<Row> usage(Facts facts, int days) {
        return facts.window("usage_daily", "day", days);
    }

    private static double loginUsers(Facts facts) {
        return distinct(where(usage(facts, 28), row -> row.is("event", "login")), "user_id");
    }

    private static Optional<Double> events(Facts facts) {
        return sumOrZero(usage(facts, 28), "events");
    }

    private static Optional<Double> hours(Facts facts) {
        return sumOrZero(usage(facts, 28), "seconds").map(seconds -> seconds / 3600);
    }

    private static Optional<Double> userDays(Facts facts) {
        double days = usage(facts, 28).stream()
                .filter(row -> row.text("user_id").isPresent())
                .map(row -> List.of(row.text("user_id"), row.date("day")))
                .distinct()
                .count();
        return Optional.of(days).filter(count -> count > 0);
    }
}
