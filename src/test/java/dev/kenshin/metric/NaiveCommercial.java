package dev.kenshin.metric;

import static dev.kenshin.metric.Facts.distinct;
import static dev.kenshin.metric.Facts.ratio;
import static dev.kenshin.metric.Facts.where;
import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code config/metrics/commercial.yaml}, row by row. */
final class NaiveCommercial {
    static final Map<String, Naive> METRICS = Map.ofEntries(
            entry("contracts_active", facts -> Optional.of(distinct(inForce(facts), "contract_id"))),
            entry("contracts_begun", facts -> Optional.of(distinct(begun(facts), "contract_id"))),
            entry("mrr", NaiveCommercial::mrr),
            entry("arr", facts -> mrr(facts).map(mrr -> 12 * mrr)),
            entry("mrr_per_seat", facts -> ratio(mrr(facts), seats(facts))),
            entry("days_to_renewal", NaiveCommercial::daysToRenewal),
            entry("days_since_first_contract", NaiveCommercial::sinceFirst),
            entry("tenure_days", NaiveCommercial::tenure),
            entry("upsell_target", NaiveCommercial::target),
            entry("upsell_forecast", NaiveCommercial::forecast),
            entry("upsell_gap", facts -> target(facts)
                    .flatMap(target -> forecast(facts).map(forecast -> target - forecast))),
            entry("upsell_attainment", facts -> ratio(forecast(facts), target(facts))));

    private NaiveCommercial() {}

    static Optional<Double> seats(Facts facts) {
        return Facts.sum(inForce(facts), "seats");
    }

    static Optional<Double> tenure(Facts facts) {
        return facts.account()
                .date("started_on")
                .filter(day -> !day.isAfter(facts.asOf()))
                .map(facts::daysSince)
                .or(() -> sinceFirst(facts));
    }

    private static List<Row> begun(Facts facts) {
        return where(facts.rows("contract"), row -> row.date("starts_on")
                .filter(day -> day.isAfter(facts.asOf()))
                .isEmpty());
    }

    private static List<Row> inForce(Facts facts) {
        return where(begun(facts), row -> {
            boolean ended = row.date("ends_on")
                    .filter(day -> day.isBefore(facts.asOf()))
                    .isPresent();
            return !ended && facts.isAhead(row.date("churned_on"));
        });
    }

    private static Optional<Double> mrr(Facts facts) {
        return Facts.sumOrZero(inForce(facts), "mrr");
    }

    private static Optional<Double> daysToRenewal(Facts facts) {
        return inForce(facts).stream()
                .flatMap(row -> row.date("renews_on").or(() -> row.date("ends_on")).stream())
                .filter(day -> !day.isBefore(facts.asOf()))
                .min(Comparator.naturalOrder())
                .map(day -> -facts.daysSince(day));
    }

    private static Optional<Double> sinceFirst(Facts facts) {
        Optional<LocalDate> first = begun(facts).stream()
                .flatMap(row -> row.date("starts_on").stream())
                .min(Comparator.naturalOrder());
        return first.map(facts::daysSince);
    }

    private static List<Row> proposals(Facts facts) {
        return where(facts.rows("upsell"), row -> row.date("due_on")
                .filter(day -> day.isBefore(facts.asOf()))
                .isEmpty());
    }

    private static Optional<Double> target(Facts facts) {
        return Facts.sum(proposals(facts), "target");
    }

    private static Optional<Double> forecast(Facts facts) {
        return proposals(facts).stream()
                .map(row -> row.number("forecast").orElse(0.0))
                .reduce(Double::sum);
    }
}
