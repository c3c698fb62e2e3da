package dev.kenshin.job;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.config.UsageConfig;
import dev.kenshin.model.Model;
import dev.kenshin.usage.UsageState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How old the data of one stream, or of one usage source, are on an as-of date.
 *
 * @param source its name
 * @param stream of the source; {@link #EVENTS} for a usage source
 * @param tables the model tables that its mappings write to
 * @param days as-of date minus the date up to which the data reach, never negative; empty where there are none, or
 *     nothing tells
 */
record SourceAge(String source, String stream, Set<String> tables, SourceStatus status, OptionalInt days) {
    /** Stands for the stream of a usage source. */
    static final String EVENTS = "events";

    /** All of the night's job, in the order of the configuration. */
    static List<SourceAge> all(Connection connection, Night night, StreamDates dates) throws SQLException {
        List<SourceAge> ages = new ArrayList<>();
        for (SourceConfig source : night.plan().sources()) {
            for (StreamConfig stream : source.streams().values()) {
                Optional<StreamDates.Reach> reach = dates.of(connection, stream.qualifiedName());
                Optional<LocalDate> through = reach.flatMap(StreamDates.Reach::through);
                SourceStatus status =
                        SourceStatus.of(night.asOf(), reach, source.expect().freshness());
                Set<String> tables = tables(night.plan(), source.name(), stream.name());
                ages.add(new SourceAge(source.name(), stream.name(), tables, status, days(through, night.asOf())));
            }
        }
        for (UsageConfig usage : night.plan().usage()) {
            ages.add(of(connection, usage, night));
        }
        return ages;
    }

    private static SourceAge of(Connection connection, UsageConfig usage, Night night) throws SQLException {
        Optional<LocalDate> last = UsageState.lastDay(connection, usage.name(), night.asOf());
        SourceStatus status = SourceStatus.of(
                night.asOf(),
                UsageState.aggregatedOn(connection, usage.name()),
                last,
                usage.expect().freshness());
        Set<String> tables = tables(night.plan(), usage.name(), EVENTS);
        return new SourceAge(usage.name(), EVENTS, tables, status, days(last, night.asOf()));
    }

    /** The model tables that a stream of a job's source, or a usage source of it, fills. */
    static Set<String> tables(NightPlan plan, String source, String stream) {
        if (stream.equals(EVENTS)
                && plan.usage().stream().anyMatch(usage -> usage.name().equals(source))) {
            return Set.of(Model.USAGE_DAILY.name());
        }
        String qualified = source + "." + stream;
        return plan.mappings().stream()
                .filter(mapping -> mapping.stream().equals(qualified))
                .map(mapping -> mapping.mapper().table().name())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean feeds(Set<String> those) {
        return !Collections.disjoint(tables, those);
    }

    private static OptionalInt days(Optional<LocalDate> through, LocalDate asOf) {
        return through.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.max(0, (int) ChronoUnit.DAYS.between(through.get(), asOf)));
    }
}
