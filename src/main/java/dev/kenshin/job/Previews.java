package dev.kenshin.job;

import dev.kenshin.config.Secrets;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.job.Preview.Counts;
import dev.kenshin.job.Preview.Rejected;
import dev.kenshin.job.Preview.Row;
import dev.kenshin.landing.LandingResult;
import dev.kenshin.mapping.convert.Words;
import dev.kenshin.ops.Home;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.warehouse.Quarantine;
import dev.kenshin.warehouse.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows what the streams and mappings of a job yield. Reads the sources, and writes nothing but what
 * they must remember. */
public final class Previews {
    private final NightPlan plan;
    private final Sources sources;

    /** @param home where sources remember what servers told them */
    public Previews(NightPlan plan, Home home, Secrets secrets, Clock clock) {
        this.plan = plan;
        this.sources = Sources.toLookAt(plan, home, secrets, clock);
    }

    /** All that can be shown: streams as {@code source.stream}, then mappings. */
    public List<String> names() {
        return Stream.concat(streams(), plan.mappings().stream().map(mapping -> mapping.config()
                        .name()))
                .toList();
    }

    /**
     * Shows a stream or a mapping.
     *
     * @param rows how many rows, and how many reasons of rejection, to show; all of the stream is read and counted
     * @return empty if there is nothing of that name
     * @throws NightFailure if a source cannot be read
     */
    public Optional<Preview> of(String name, int rows) throws SQLException {
        try (Rehearsal rehearsal = new Rehearsal(plan, sources)) {
            if (streams().anyMatch(name::equals)) {
                return Optional.of(stream(rehearsal, name, rows));
            }
            Optional<CompiledMapping> mapping = plan.mappings().stream()
                    .filter(each -> each.config().name().equals(name))
                    .findFirst();
            return mapping.isEmpty() ? Optional.empty() : Optional.of(mapping(rehearsal, mapping.get(), rows));
        }
    }

    private Stream<String> streams() {
        return plan.sources().stream()
                .flatMap(source -> source.streams().values().stream())
                .map(StreamConfig::qualifiedName);
    }

    private static Preview stream(Rehearsal rehearsal, String stream, int limit) throws SQLException {
        List<SourceRecord> first = new ArrayList<>();
        LandingResult result = rehearsal.land(stream, record -> {
            if (first.size() < limit) {
                first.add(record);
            }
        });
        Set<String> fields = new LinkedHashSet<>();
        first.forEach(record -> fields.addAll(record.fields().keySet()));
        List<Row> rows = first.stream().map(record -> row(record, fields)).toList();
        List<Rejected> rejected = unreadable(rehearsal.connection(), stream, limit);
        long rejectedRows = unreadable(rehearsal.connection(), stream);
        Counts counts = new Counts(result.extracted(), result.added(), rejectedRows);
        return new Preview(stream, List.copyOf(fields), List.of(), rows, rejected, counts);
    }

    private static Preview mapping(Rehearsal rehearsal, CompiledMapping mapping, int limit) throws SQLException {
        LandingResult result = rehearsal.land(mapping.stream(), record -> {});
        MappedRows mapped = new MappedRows(mapping, limit);
        rehearsal.map(mapping, (record, outcome) -> mapped.add(record.record(), outcome));
        List<Rejected> rejected = new ArrayList<>(unreadable(rehearsal.connection(), mapping.stream(), limit));
        rejected.addAll(mapped.rejected());
        long rejectedRows = unreadable(rehearsal.connection(), mapping.stream()) + mapped.rejectedRows();
        return new Preview(
                mapping.config().name(),
                mapped.columns(),
                mapped.blank(),
                mapped.rows(),
                rejected.stream().limit(limit).toList(),
                new Counts(result.extracted(), mapped.usable(), rejectedRows));
    }

    private static Row row(SourceRecord record, Set<String> fields) {
        return new Row(
                record.place().row(),
                fields.stream().map(field -> cell(record.fields().get(field))).toList());
    }

    /** Texts as they are; what the source holds as a number or a date, in plain digits. */
    static String cell(@Nullable Object value) {
        return value instanceof String text ? text : Words.of(value);
    }

    private static long unreadable(Connection connection, String stream) throws SQLException {
        return Query.number(
                connection,
                "select count(*) from landing.quarantine where origin = ? and mapping = ?",
                stream,
                Quarantine.UNMAPPED);
    }

    /** Rows that no mapping comes to see: broken ones, and those whose key was given twice. */
    private static List<Rejected> unreadable(Connection connection, String stream, int limit) throws SQLException {
        return Query.list(
                connection,
                row -> new Rejected(
                        row.getString("place"),
                        row.getString("field"),
                        Optional.ofNullable(row.getString("value")).orElse(""),
                        row.getString("code"),
                        new Text(row.getString("reason_ja"), row.getString("reason_en")),
                        new Text(row.getString("fix_ja"), row.getString("fix_en"))),
                "select * from landing.quarantine where origin = ? and mapping = ? order by rowid limit ?",
                stream,
                Quarantine.UNMAPPED,
                limit);
    }
}
