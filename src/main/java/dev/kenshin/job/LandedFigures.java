package dev.kenshin.job;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.landing.Landing;
import dev.kenshin.landing.Mapped;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Quoted;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what came from each stream. A complete extract's rows are now records, duplicates, or broken; of an incremental
 * one, those that its transactions kept. Records are as many as landing left, and each is a row of its mapping, or in the
 * quarantine.
 */
final class LandedFigures {
    private static final String STREAMS = """
            with record as (
                select stream, count(*) as records from landing.record where superseded_at is null and not deleted group by 1
            ),
            broken as (
                select origin, count(*) as rows from landing.quarantine where mapping = '' and code <> 'KEN-L10' group by 1
            )
            select
                landed.stream,
                landed.records,
                coalesce(record.records, 0) as found,
                held.extracted,
                case
                    when held.complete then coalesce(record.records, 0) + coalesce(broken.rows, 0) + held.accounted
                    else held.accounted
                end as accounted
            from landing.stream landed
            left join record on record.stream = landed.stream
            left join broken on broken.origin = landed.stream
            left join landing.extract held on held.stream = landed.stream and held.as_of = ?
            where landed.stream in (select unnest(?::varchar[]))
            order by landed.stream
            """;

    private final Connection connection;
    private final Night night;
    private final Reconciliation reconciliation;
    private final Map<String, Long> records = new HashMap<>();

    LandedFigures(Connection connection, Night night, Reconciliation reconciliation) {
        this.connection = connection;
        this.night = night;
        this.reconciliation = reconciliation;
    }

    void count() throws SQLException {
        Object[] streams = night.plan().sources().stream()
                .flatMap(source -> source.streams().values().stream())
                .map(StreamConfig::qualifiedName)
                .toArray();
        Query.list(connection, this::landed, STREAMS, night.asOf(), connection.createArrayOf("varchar", streams));
        for (CompiledMapping mapping : night.plan().mappings()) {
            countMapped(mapping);
        }
    }

    private boolean landed(ResultSet row) throws SQLException {
        String stream = row.getString("stream");
        records.put(stream, row.getLong("found"));
        reconciliation.add(Reconciliation.LAND, stream, "records", row.getLong("records"), row.getLong("found"));
        long extracted = row.getLong("extracted");
        if (!row.wasNull()) {
            reconciliation.add(Reconciliation.LAND, stream, "extracted", extracted, row.getLong("accounted"));
        }
        return true;
    }

    private void countMapped(CompiledMapping mapping) throws SQLException {
        String name = mapping.config().name();
        long expected = records.getOrDefault(mapping.stream(), 0L);
        long rows = Query.number(
                connection,
                "select count(*) from model."
                        + Quoted.name(mapping.mapper().table().name()) + " where mapping = ?",
                name);
        long rejected = Query.number(
                connection,
                "select count(distinct key) from landing.quarantine where origin = ? and mapping = ?",
                mapping.stream(),
                name);
        reconciliation.add(Reconciliation.MAP, name, "records", expected, rows + rejected);
    }

    /** Lets the next revision read and map again what does not add up. */
    static void doAgain(Connection connection, Reconciliation.Figure figure) throws SQLException {
        if (figure.stage().equals(Reconciliation.LAND)) {
            Landing.rewind(connection, figure.subject(), Optional.empty());
            Query.update(connection, "delete from landing.content where stream = ?", figure.subject());
        } else if (figure.stage().equals(Reconciliation.MAP)) {
            Mapped.forget(connection, figure.subject());
        }
    }
}
