package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.quarantine.Entry;
import dev.kenshin.quarantine.Filter;
import dev.kenshin.quarantine.Group;
import dev.kenshin.quarantine.Quarantined;
import dev.kenshin.quarantine.RecordId;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was in quarantine before a replay: of the job's mappings, and what they never came to see. */
record QuarantineState(LocalDate asOf, boolean scored, Set<String> mappings, List<Entry> entries) {

    static QuarantineState of(Warehouse warehouse, NightPlan plan, LocalDate asOf) throws SQLException {
        Set<String> mappings = new HashSet<>(Set.of(UsageLinkStep.NAME));
        plan.mappings().forEach(mapping -> mappings.add(mapping.config().name()));
        try (Connection connection = warehouse.connection()) {
            return new QuarantineState(
                    asOf,
                    Backfilled.snapshots(connection).contains(asOf),
                    mappings,
                    new Quarantined(connection).entries(Filter.ALL));
        }
    }

    /** What is there now, without a word of since when. */
    static List<Entry> entries(Warehouse warehouse) throws SQLException {
        try (Connection connection = warehouse.connection()) {
            return Query.list(
                    connection,
                    Entry::read,
                    "select *, cast(null as date) as first_seen, cast(null as date) as last_seen,"
                            + " cast(null as date) as resolved_on from landing.quarantine"
                            + " order by origin, place, field, code, key, mapping");
        }
    }

    ReplayedQuarantine compared(List<Entry> after, ExitCode code) {
        List<Entry> mapped = entries.stream()
                .filter(entry -> mappings.contains(entry.record().mapping()))
                .toList();
        Set<RecordId> were = records(mapped);
        Set<RecordId> are = records(after);
        return new ReplayedQuarantine(
                code,
                asOf,
                scored,
                were.size(),
                were.stream().filter(record -> !are.contains(record)).count(),
                groups(mapped, entry -> !are.contains(entry.record())),
                groups(after, entry -> were.contains(entry.record())),
                groups(
                        after,
                        entry -> !were.contains(entry.record())
                                && mappings.contains(entry.record().mapping())),
                entries.stream()
                        .map(Entry::record)
                        .filter(RecordId::unread)
                        .distinct()
                        .count());
    }

    private static List<Group> groups(List<Entry> entries, Predicate<Entry> wanted) {
        return Group.of(entries.stream().filter(wanted).toList());
    }

    private static Set<RecordId> records(List<Entry> entries) {
        return entries.stream().map(Entry::record).collect(Collectors.toSet());
    }
}
