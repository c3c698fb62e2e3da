package dev.kenshin.job;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.landing.Changes;
import dev.kenshin.landing.Extract;
import dev.kenshin.landing.LandedRecord;
import dev.kenshin.landing.Landing;
import dev.kenshin.landing.LandingResult;
import dev.kenshin.landing.LandingTime;
import dev.kenshin.mapping.AccountDirectory;
import dev.kenshin.mapping.AccountLinks;
import dev.kenshin.mapping.Outcome;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.warehouse.ModelColumns;
import dev.kenshin.warehouse.ModelRow;
import dev.kenshin.warehouse.ModelWriter;
import dev.kenshin.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A night's way from sources to model rows, walked by the same stages but in a warehouse that lives in memory: what it
 * does is what a first night would do, and all of it is gone once it is closed.
 */
final class Rehearsal implements AutoCloseable {
    private static final int CHUNK = 10_000;
    /** Nobody looks at the time of what is never kept. */
    private static final LandingTime TIME = new LandingTime(LocalDate.EPOCH.atStartOfDay(), "preview", LocalDate.EPOCH);

    private final NightPlan plan;
    private final Sources sources;
    private final Warehouse warehouse = Warehouse.inMemory(List.of());
    private final Connection connection = warehouse.connection();
    private final AccountDirectories accounts;
    private final Map<String, LandingResult> landed = new HashMap<>();

    Rehearsal(NightPlan plan, Sources sources) throws SQLException {
        this.plan = plan;
        this.sources = sources;
        this.accounts = new AccountDirectories(plan, warehouse, (step, problem) -> {});
        for (ModelTable table : plan.tables().values()) {
            if (!table.name().equals(Model.USAGE_DAILY.name())) {
                ModelColumns.ensure(connection, table);
            }
        }
    }

    /** For queries over what was landed so far. */
    Connection connection() {
        return connection;
    }

    /**
     * Reads a whole stream and lands it; one that landed already stays as it is.
     *
     * @param watcher is shown every record as the source gives it
     * @throws NightFailure if the source cannot be read
     */
    LandingResult land(String stream, Consumer<SourceRecord> watcher) throws SQLException {
        LandingResult earlier = landed.get(stream);
        if (earlier != null) {
            return earlier;
        }
        for (SourceConfig source : plan.sources()) {
            for (StreamConfig config : source.streams().values()) {
                if (config.qualifiedName().equals(stream)) {
                    LandingResult result = land(source, config, watcher);
                    landed.put(stream, result);
                    return result;
                }
            }
        }
        throw new IllegalArgumentException(stream);
    }

    /** Maps all records of a mapping's stream, once all that its links ask for is there. */
    void map(CompiledMapping mapping, BiConsumer<LandedRecord, Outcome> watcher) throws SQLException {
        Set<CompiledMapping> prepared = new LinkedHashSet<>(Set.of(mapping));
        prepare(mapping, prepared);
        run(mapping, watcher);
    }

    private LandingResult land(SourceConfig source, StreamConfig config, Consumer<SourceRecord> watcher)
            throws SQLException {
        String stream = config.qualifiedName();
        try (Source open = sources.open(source);
                Extraction extraction = open.extract(config, Optional.empty())) {
            Landing.begin(connection, stream);
            while (stage(stream, extraction, watcher)) {}
            Extract extract =
                    new Extract(extraction.full(), true, extraction.cursor(), Optional.empty(), Optional.empty());
            return Landing.land(connection, stream, TIME, extract);
        } catch (SourceUnavailable e) {
            throw new NightFailure(ExitCode.SOURCE_UNAVAILABLE, List.of(e.problem()));
        }
    }

    /** Stages a chunk; returns whether there may be more. */
    private boolean stage(String stream, Extraction extraction, Consumer<SourceRecord> watcher)
            throws SourceUnavailable, SQLException {
        List<SourceRecord> records = new ArrayList<>();
        List<BrokenRecord> broken = new ArrayList<>();
        SourceItem item = null;
        while (records.size() + broken.size() < CHUNK && (item = extraction.next()) != null) {
            if (item instanceof SourceRecord record) {
                watcher.accept(record);
                records.add(record);
            } else {
                broken.add((BrokenRecord) item);
            }
        }
        Landing.stage(connection, stream, records);
        Landing.quarantine(connection, stream, broken);
        return item != null;
    }

    /** Accounts, and the mappings of the streams by whose keys this one links, come first; as in the night itself. */
    private void prepare(CompiledMapping mapping, Set<CompiledMapping> prepared) throws SQLException {
        if (mapping.ofAccounts()) {
            return;
        }
        Set<String> keys = AccountLinks.streams(mapping.config().account());
        for (CompiledMapping other : plan.mappings()) {
            if ((other.ofAccounts() || keys.contains(other.stream())) && prepared.add(other)) {
                prepare(other, prepared);
                write(other);
            }
        }
    }

    private void write(CompiledMapping mapping) throws SQLException {
        List<ModelRow> rows = new ArrayList<>();
        run(mapping, (record, outcome) -> {
            if (outcome instanceof Outcome.MappedRow row) {
                rows.add(new ModelRow(record.key(), row.linkedBy(), row.values()));
            }
        });
        new ModelWriter(mapping.mapper().table(), mapping.config().name()).add(connection, rows);
    }

    private void run(CompiledMapping mapping, BiConsumer<LandedRecord, Outcome> watcher) throws SQLException {
        land(mapping.stream(), record -> {});
        String source = mapping.stream().substring(0, mapping.stream().indexOf('.'));
        AccountDirectory directory = mapping.ofAccounts()
                ? AccountDirectories.nobody()
                : accounts.forLinks("preview", source, mapping.config().account());
        Changes records = Changes.of(connection, mapping.stream(), 0);
        for (Optional<LandedRecord> next = records.next(); next.isPresent(); next = records.next()) {
            watcher.accept(next.get(), mapping.mapper().map(next.get().record(), directory));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        warehouse.close();
    }
}
