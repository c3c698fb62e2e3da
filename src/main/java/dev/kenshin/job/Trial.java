package dev.kenshin.job;

import dev.kenshin.config.Secrets;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.UsageConfig;
import dev.kenshin.landing.Extract;
import dev.kenshin.landing.Landing;
import dev.kenshin.landing.LandingTime;
import dev.kenshin.landing.StreamState;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLog;
import dev.kenshin.ops.RunReport;
import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceRecord;
import dev.kenshin.usage.GivenUsage;
import dev.kenshin.usage.UsageDay;
import dev.kenshin.usage.UsageLinks;
import dev.kenshin.warehouse.ModelColumns;
import dev.kenshin.warehouse.ModelRow;
import dev.kenshin.warehouse.ModelWriter;
import dev.kenshin.warehouse.Query;
import dev.kenshin.warehouse.Warehouse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Small nights in memory, one after the other, over what somebody gives: the very steps of a night, without sources,
 * files and publication. Each begins with empty tables. Not for use by several threads.
 */
public final class Trial implements AutoCloseable {
    private static final String NAME = "trial";
    /** The mapping of rows that none has made, and the usage source of days that stand in the model already. */
    private static final String GIVEN = "given";

    private final NightPlan plan;
    private final Warehouse warehouse = Warehouse.inMemory(List.of());
    private final Connection connection;
    private final List<String> tables;
    private LocalDate asOf = LocalDate.EPOCH;

    private Trial(NightPlan plan) throws SQLException {
        this.plan = plan;
        this.connection = warehouse.connection();
        for (ModelTable table : plan.tables().values()) {
            if (!table.name().equals(Model.USAGE_DAILY.name())) {
                ModelColumns.ensure(connection, table);
            }
        }
        this.tables = Query.list(
                connection,
                row -> row.getString(1),
                "select schema_name || '.' || table_name from duckdb_tables()"
                        + " where schema_name in ('landing', 'model', 'usage', 'metric', 'score')"
                        + " and database_name = current_database()");
    }

    /** Prepares trials of a plan that holds no errors. */
    public static Trial of(NightPlan plan) throws SQLException {
        return new Trial(plan);
    }

    /**
     * Runs a night up to its scores.
     *
     * @param earlier an earlier night to begin with, whose scores stay as those of the snapshot before
     */
    public void run(TrialGiven given, Optional<TrialGiven> earlier) throws SQLException {
        clear(true);
        if (earlier.isPresent()) {
            run(earlier.get());
            clear(false);
        }
        run(given);
    }

    /** The rows of a model table, by column. */
    public List<Map<String, @Nullable Object>> rows(String table) throws SQLException {
        ModelTable shown = Objects.requireNonNull(plan.tables().get(table));
        String order = table.equals(Model.USAGE_DAILY.name()) ? "all" : "mapping, record_key";
        return Query.list(
                connection,
                row -> {
                    Map<String, @Nullable Object> values = new LinkedHashMap<>();
                    for (int i = 0; i < shown.columns().size(); i++) {
                        String column = shown.columns().get(i).name();
                        values.put(
                                column,
                                TrialValues.read(
                                        row, column, shown.columns().get(i).type()));
                    }
                    return values;
                },
                "select * from model." + table + " order by " + order);
    }

    /** What was set aside, in the order in which it was. */
    public List<SetAside> setAside() throws SQLException {
        return Query.list(connection, SetAside::read, "select * from landing.quarantine order by rowid");
    }

    /** What was measured, by account: metrics, segments and conditions. */
    public Map<String, Map<String, @Nullable Object>> values() throws SQLException {
        return TrialValues.reading(connection);
    }

    /** By account. */
    public Map<String, TrialScore> scores() throws SQLException {
        return TrialScore.of(connection, asOf);
    }

    private void clear(boolean scoresToo) throws SQLException {
        String clearing = tables.stream()
                .filter(table -> scoresToo || !table.startsWith("score."))
                .map(table -> "delete from " + table)
                .collect(Collectors.joining("; "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin transaction; " + clearing + "; commit");
        }
    }

    private void run(TrialGiven given) throws SQLException {
        asOf = given.asOf();
        for (Map.Entry<String, List<SourceItem>> stream : given.records().entrySet()) {
            land(stream.getKey(), stream.getValue());
        }
        Night night = night();
        AccountDirectories accounts = new AccountDirectories(plan, warehouse, (step, problem) -> {});
        normalise(night, accounts, given);
        new UsageLinkStep(night, accounts).linkAll();
        addUsage(given.rows().getOrDefault(Model.USAGE_DAILY.name(), List.of()));
        for (Map.Entry<String, Integer> age : given.ages().entrySet()) {
            age(age.getKey(), asOf.minusDays(age.getValue()));
        }
        if (given.measured().isEmpty()) {
            plan.metrics().measure(connection, asOf, given.values());
            new ScoreStep(night).score(DataAges.ofGiven(connection, night));
        } else if (!given.measured().get().isEmpty()) {
            plan.metrics()
                    .measureOnly(
                            connection, asOf, given.values(), given.measured().get());
        }
    }

    private void normalise(Night night, AccountDirectories accounts, TrialGiven given) throws SQLException {
        for (CompiledMapping mapping : plan.mappings()) {
            if (mapping.ofAccounts()) {
                map(night, mapping, accounts, given);
            }
        }
        add(Model.ACCOUNT.name(), given);
        new AccountStep(night).setAsideDuplicates(connection);
        for (CompiledMapping mapping : plan.mappings()) {
            if (!mapping.ofAccounts()) {
                map(night, mapping, accounts, given);
            }
        }
        for (String table : given.rows().keySet()) {
            if (!table.equals(Model.ACCOUNT.name()) && !table.equals(Model.USAGE_DAILY.name())) {
                add(table, given);
            }
        }
        for (Map.Entry<String, List<UsageDay>> usage : given.usage().entrySet()) {
            GivenUsage.add(connection, usage.getKey(), usage.getValue());
        }
    }

    private void land(String stream, List<SourceItem> items) throws SQLException {
        List<SourceRecord> records = new ArrayList<>();
        List<BrokenRecord> broken = new ArrayList<>();
        for (SourceItem item : items) {
            if (item instanceof SourceRecord record) {
                records.add(record);
            } else {
                broken.add((BrokenRecord) item);
            }
        }
        Landing.begin(connection, stream);
        Landing.stage(connection, stream, records);
        Landing.quarantine(connection, stream, broken);
        LandingTime time = new LandingTime(asOf.atStartOfDay(), NAME, asOf);
        Landing.land(connection, stream, time, Extract.full(freshnessColumn(stream)));
        Landing.forget(connection, stream);
    }

    private Optional<String> freshnessColumn(String stream) {
        return plan.sources().stream()
                .filter(source -> stream.startsWith(source.name() + "."))
                .findFirst()
                .map(SourceConfig::expect)
                .flatMap(expect -> expect.freshnessColumn());
    }

    private void map(Night night, CompiledMapping mapping, AccountDirectories accounts, TrialGiven given)
            throws SQLException {
        if (given.records().containsKey(mapping.stream())) {
            MappingStep step = new MappingStep(night, mapping, accounts);
            MappingReader reader = new MappingReader(night, step);
            try {
                reader.open(new ExecutionContext());
                step.writeAll(reader);
            } finally {
                reader.close();
            }
        }
    }

    /** Accounts can be linked by their ids as if these were the keys of the records that they came from. */
    private void add(String table, TrialGiven given) throws SQLException {
        ModelTable own = Objects.requireNonNull(plan.tables().get(table));
        List<ModelRow> rows = new ArrayList<>();
        boolean accounts = table.equals(Model.ACCOUNT.name());
        for (List<@Nullable Object> values : given.rows().getOrDefault(table, List.of())) {
            String key = accounts ? String.valueOf(values.get(0)) : "%06d".formatted(rows.size());
            rows.add(new ModelRow(key, null, values));
        }
        new ModelWriter(own, accounts ? accountMapping() : GIVEN).add(connection, rows);
    }

    private String accountMapping() {
        return plan.mappings().stream()
                .filter(CompiledMapping::ofAccounts)
                .findFirst()
                .map(mapping -> mapping.config().name())
                .orElse(GIVEN);
    }

    private void addUsage(List<List<@Nullable Object>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<UsageDay> days = rows.stream().map(TrialValues::usage).toList();
        GivenUsage.add(connection, GIVEN, days);
        Map<String, String> themselves = new LinkedHashMap<>();
        days.forEach(day -> themselves.put(day.accountKey(), day.accountKey()));
        UsageLinks.replace(connection, GIVEN, themselves);
    }

    private void age(String table, LocalDate date) throws SQLException {
        for (CompiledMapping mapping : plan.mappings()) {
            if (mapping.mapper().table().name().equals(table)) {
                new StreamState(Optional.of(date), Optional.of(date), 0, Optional.empty())
                        .save(connection, mapping.stream());
            }
        }
        if (table.equals(Model.USAGE_DAILY.name())) {
            for (UsageConfig usage : plan.usage()) {
                GivenUsage.reachesTo(connection, usage.name(), date);
            }
        }
    }

    private Night night() {
        return night(plan, asOf, warehouse, connection);
    }

    /** A night of which nothing is kept but what it does to a warehouse, in statements of their own. */
    static Night night(NightPlan plan, LocalDate asOf, Warehouse warehouse, Connection connection) {
        Home nowhere = new Home(Path.of(NAME));
        Clock clock = Clock.fixed(asOf.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        RunReport.Run run = new RunReport.Run(NAME, plan.job().name(), asOf, 1, 0, Instant.EPOCH);
        return new Night(
                plan,
                asOf,
                1,
                NAME,
                nowhere,
                clock,
                new Secrets(Map.of()),
                warehouse,
                new SingleConnectionDataSource(connection, true),
                RunLog.unkept(nowhere, clock, run));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        warehouse.close();
    }
}
