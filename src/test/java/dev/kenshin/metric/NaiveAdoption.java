package dev.kenshin.metric;

import static dev.kenshin.metric.Facts.distinct;
import static dev.kenshin.metric.Facts.ratio;
import static dev.kenshin.metric.Facts.where;
import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code config/metrics/adoption.yaml} and {@code services.yaml}, row by row. */
final class NaiveAdoption {
    static final Map<String, Naive> METRICS = Map.ofEntries(
            entry("contracted_seats", NaiveCommercial::seats),
            entry("deployed_users", NaiveAdoption::deployed),
            entry(
                    "new_users_28d",
                    facts -> Optional.of(distinct(facts.window("app_user", "registered_on", 28), "user_id"))),
            entry("deployment_rate", facts -> ratio(deployed(facts), NaiveCommercial.seats(facts))),
            entry("utilisation_rate", facts -> ratio(Optional.of(NaiveUsage.activeUsers(facts)), deployed(facts))),
            entry(
                    "onboarding_steps_due",
                    facts -> Optional.of((double) due(facts).size()).filter(count -> count > 0)),
            entry(
                    "onboarding_progress",
                    facts -> ratio(
                            Optional.of((double) where(due(facts), row -> facts.isPast(row.date("completed_on")))
                                    .size()),
                            Optional.of((double) due(facts).size()))),
            entry("overdue_onboarding_steps", facts -> Optional.of((double) overdue(facts))),
            entry("consulting_hours_90d", facts -> hours(facts, "consulting", "onboarding")),
            entry("training_hours_90d", facts -> hours(facts, "training")),
            entry("service_hours_90d", NaiveAdoption::allHours),
            entry("service_hours_per_seat_90d", facts -> ratio(allHours(facts), NaiveCommercial.seats(facts))));

    private NaiveAdoption() {}

    static Optional<Double> deployed(Facts facts) {
        return Optional.of(
                distinct(where(facts.rows("app_user"), row -> facts.isAhead(row.date("deactivated_on"))), "user_id"));
    }

    private static List<Row> due(Facts facts) {
        return where(facts.rows("onboarding_step"), row -> facts.isPast(row.date("due_on")));
    }

    private static long overdue(Facts facts) {
        return due(facts).stream()
                .filter(row -> row.date("due_on").filter(facts.asOf()::equals).isEmpty())
                .filter(row -> facts.isAhead(row.date("completed_on")))
                .count();
    }

    private static Optional<Double> allHours(Facts facts) {
        return Facts.sumOrZero(facts.window("project_work", "worked_on", 90), "hours");
    }

    private static Optional<Double> hours(Facts facts, String... kinds) {
        List<Row> work = where(facts.window("project_work", "worked_on", 90), row -> row.is("kind", kinds));
        return Facts.sumOrZero(work, "hours");
    }
}
