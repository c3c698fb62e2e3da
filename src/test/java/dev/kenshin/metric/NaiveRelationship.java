package dev.kenshin.metric;

import static dev.kenshin.metric.Facts.where;
import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code config/metrics/relationship.yaml}, row by row. */
final class NaiveRelationship {
    static final Map<String, Naive> METRICS = Map.ofEntries(
            entry(
                    "days_since_meeting",
                    facts -> facts.daysSinceLast(
                            where(facts.rows("interaction"), NaiveRelationship::isMeeting), "held_on")),
            entry("days_since_contact", facts -> facts.daysSinceLast(facts.rows("interaction"), "held_on")),
            entry(
                    "meetings_90d",
                    facts -> Optional.of(
                            (double) where(facts.window("interaction", "held_on", 90), NaiveRelationship::isMeeting)
                                    .size())),
            entry("competitor_in_use", facts -> open(facts, "competitor_in_use")),
            entry("executive_changed", facts -> open(facts, "executive_changed")),
            entry("contact_changed", facts -> open(facts, "contact_changed")),
            entry("no_regular_meeting", facts -> open(facts, "no_regular_meeting")));

    private NaiveRelationship() {}

    private static boolean isMeeting(Row row) {
        return row.is("kind", "meeting", "qbr");
    }

    private static Optional<Double> open(Facts facts, String kind) {
        List<Row> events = facts.window("qualitative_event", "noticed_on", 180);
        boolean any = events.stream().anyMatch(row -> row.is("kind", kind) && facts.isAhead(row.date("ended_on")));
        return Optional.of(any ? 1.0 : 0.0);
    }
}
