package dev.kenshin.job;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.config.UsageConfig;
import dev.kenshin.landing.StreamState;
import dev.kenshin.problem.Text;
import dev.kenshin.usage.UsageState;
import dev.kenshin.warehouse.BulkWriter;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.Step;

/** Keeps what the night found when it looked at its sources: how old their data is, how much was set aside, and since when. */
final class SourceStatusStep {
    private static final String NAME = "source status";
    private static final Text UNDATED =
            new Text("日付がないため、どこまで新しいかわかりません。", "There is no date that tells how far the data reach.");

    private final Night night;
    private final StreamDates dates;

    SourceStatusStep(Night night) {
        this.night = night;
        this.dates = StreamDates.asLanded(night);
    }

    Step step(Steps steps) {
        return steps.once(NAME, this::write);
    }

    private void write() throws SQLException {
        Connection connection = night.inTransaction();
        Query.update(connection, "delete from ops.source_status where as_of = ?", night.asOf());
        try (BulkWriter writer = BulkWriter.into(connection, "ops", "source_status")) {
            for (SourceConfig source : night.plan().sources()) {
                for (StreamConfig stream : source.streams().values()) {
                    write(writer, connection, source, stream);
                }
            }
            for (UsageConfig usage : night.plan().usage()) {
                write(writer, connection, usage);
            }
        }
        new QuarantineRecord(night).write(NAME, connection);
        night.log().figures(new NightFigures(connection, night.asOf()).read());
    }

    private void write(BulkWriter writer, Connection connection, SourceConfig source, StreamConfig stream)
            throws SQLException {
        Optional<StreamState> state = StreamState.of(connection, stream.qualifiedName());
        Optional<StreamDates.Reach> reach = dates.of(connection, stream.qualifiedName());
        Optional<LocalDate> date = reach.flatMap(StreamDates.Reach::through);
        SourceStatus status =
                SourceStatus.of(night.asOf(), reach, source.expect().freshness());
        long quarantined = quarantined(connection, stream.qualifiedName());
        Long records = state.map(StreamState::records).orElse(null);
        row(writer, source.name(), stream.name(), status, date, records, quarantined);
    }

    private void write(BulkWriter writer, Connection connection, UsageConfig usage) throws SQLException {
        Optional<LocalDate> date = UsageState.lastDay(connection, usage.name(), night.asOf());
        Optional<LocalDate> aggregated = UsageState.aggregatedOn(connection, usage.name());
        long events = UsageState.events(connection, usage.name(), night.asOf());
        long quarantined = quarantined(connection, usage.name());
        SourceStatus status =
                SourceStatus.of(night.asOf(), aggregated, date, usage.expect().freshness());
        row(writer, usage.name(), "events", status, date, events, quarantined);
    }

    private void row(
            BulkWriter writer,
            String source,
            String stream,
            SourceStatus status,
            Optional<LocalDate> date,
            @Nullable Long records,
            long quarantined)
            throws SQLException {
        Integer age = date.map(known -> (int) ChronoUnit.DAYS.between(known, night.asOf()))
                .orElse(null);
        Text message = date.isEmpty() && status == SourceStatus.STALE ? UNDATED : status.message();
        writer.row(
                night.asOf(),
                source,
                stream,
                status.word(),
                date.orElse(null),
                age,
                records,
                quarantined,
                message.ja(),
                message.en());
    }

    private static long quarantined(Connection connection, String origin) throws SQLException {
        return Query.number(
                connection, "select count(distinct (mapping, key)) from landing.quarantine where origin = ?", origin);
    }
}
