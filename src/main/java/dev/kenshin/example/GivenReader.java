package dev.kenshin.example;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.config.UsageConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.job.CompiledMapping;
import dev.kenshin.job.NightPlan;
import dev.kenshin.job.TrialGiven;
import dev.kenshin.metric.GivenValues;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceItem;
import dev.kenshin.usage.UsageDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what an example gives. */
final class GivenReader {
    static final String METRICS = "metrics";
    static final String SEGMENTS = "segments";
    static final String AGE = "age";
    /** The account of an example that speaks of one without naming it. */
    private static final String SOMEBODY = "A";

    private static final Text ROWS =
            new Text("「[ { 項目: 値 }, … ]」のように行を並べてください。", "List rows: [ { column: value }, … ].");

    private final NightPlan plan;
    private final ExampleProblems problems;
    private final GivenRows rows;
    private final GivenFigures figures;

    GivenReader(NightPlan plan, ExampleProblems problems) {
        this.plan = plan;
        this.problems = problems;
        this.rows = new GivenRows(problems);
        this.figures = new GivenFigures(plan, problems);
    }

    /** Everything that may stand under {@code given}. */
    static Set<String> names(NightPlan plan) {
        Set<String> names = new TreeSet<>(streams(plan).keySet());
        names.addAll(plan.tables().keySet());
        plan.usage().forEach(usage -> names.add(usage.name()));
        names.addAll(Set.of(METRICS, SEGMENTS, AGE));
        return names;
    }

    static Map<String, StreamConfig> streams(NightPlan plan) {
        Map<String, StreamConfig> streams = new LinkedHashMap<>();
        plan.sources()
                .forEach(source ->
                        source.streams().values().forEach(stream -> streams.put(stream.qualifiedName(), stream)));
        return streams;
    }

    /** @param measured as {@link TrialGiven} has it */
    TrialGiven read(Yaml.Mapping given, LocalDate asOf, Optional<Set<String>> measured) {
        Map<String, List<SourceItem>> records = new LinkedHashMap<>();
        Map<String, List<List<@Nullable Object>>> tables = new LinkedHashMap<>();
        Map<String, List<UsageDay>> usage = new LinkedHashMap<>();
        Optional<String> only = onlyAccount(given, tables);
        Map<String, StreamConfig> streams = streams(plan);
        given.entries().forEach((name, value) -> {
            if (plan.tables().containsKey(name)) {
                tables.put(name, table(name, value, only, tables));
            } else if (streams.containsKey(name)) {
                records.put(name, records(streams.get(name), value));
            } else {
                usage(name).ifPresent(source -> usage.put(name, usage(source, value)));
            }
        });
        Map<String, Map<String, @Nullable Object>> values = figures.values(given, only, accounts(tables));
        Set<String> measurable = new LinkedHashSet<>(tables.keySet());
        measurable.addAll(tablesOf(records.keySet()));
        usage.keySet().forEach(source -> measurable.add(Model.USAGE_DAILY.name()));
        return new TrialGiven(
                asOf, records, tables, usage, new GivenValues(values, measurable), measured, figures.ages(given));
    }

    /** The account that rows without one belong to. It need not be given where nothing else says who the accounts are. */
    private Optional<String> onlyAccount(Yaml.Mapping given, Map<String, List<List<@Nullable Object>>> tables) {
        Set<String> named = new LinkedHashSet<>(figures.namedAccounts(given));
        items(given.get(Model.ACCOUNT.name())).forEach(row -> {
            if (row instanceof Yaml.Mapping account) {
                named.add(account.text("account_id").orElse(SOMEBODY));
            }
        });
        boolean comeFromStreams = tablesOf(given.entries().keySet()).contains(Model.ACCOUNT.name());
        if (named.isEmpty() && !comeFromStreams) {
            named.add(SOMEBODY);
        }
        if (!given.entries().containsKey(Model.ACCOUNT.name()) && !comeFromStreams) {
            ModelTable account = plan.tables().getOrDefault(Model.ACCOUNT.name(), Model.ACCOUNT);
            tables.put(
                    Model.ACCOUNT.name(),
                    named.stream().map(id -> GivenRows.account(id, account)).toList());
        }
        return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
    }

    private Set<String> tablesOf(Set<String> streams) {
        Set<String> tables = new LinkedHashSet<>();
        for (CompiledMapping mapping : plan.mappings()) {
            if (streams.contains(mapping.config().from().name())) {
                tables.add(mapping.config().to().name());
            }
        }
        return tables;
    }

    private static Set<String> accounts(Map<String, List<List<@Nullable Object>>> tables) {
        Set<String> ids = new LinkedHashSet<>();
        tables.getOrDefault(Model.ACCOUNT.name(), List.of()).forEach(row -> ids.add(String.valueOf(row.get(0))));
        return ids;
    }

    private List<List<@Nullable Object>> table(
            String name, Yaml value, Optional<String> only, Map<String, List<List<@Nullable Object>>> tables) {
        ModelTable table = plan.tables().getOrDefault(name, Model.ACCOUNT);
        Optional<String> account = name.equals(Model.ACCOUNT.name()) ? only.or(() -> Optional.of(SOMEBODY)) : only;
        List<List<@Nullable Object>> read = new ArrayList<>(tables.getOrDefault(name, List.of()));
        mappings(name, value).forEach(row -> read.add(rows.read(table, row, account)));
        return read;
    }

    private List<SourceItem> records(StreamConfig stream, Yaml value) {
        Set<String> fields = fields(stream.qualifiedName());
        List<SourceItem> items = new ArrayList<>();
        for (Yaml.Mapping row : mappings(stream.qualifiedName(), value)) {
            rows.checkFields(row, stream.qualifiedName(), fields);
            items.add(Records.of(row, stream.key()));
        }
        return items;
    }

    private Set<String> fields(String stream) {
        Set<String> fields = new TreeSet<>();
        for (CompiledMapping mapping : plan.mappings()) {
            if (mapping.config().from().name().equals(stream)) {
                mapping.config().fields().values().forEach(field -> fields.addAll(field.from()));
                mapping.config().custom().values().forEach(field -> fields.addAll(field.from()));
                mapping.config().account().forEach(link -> fields.add(link.from()));
            }
        }
        return fields;
    }

    private Optional<UsageConfig> usage(String name) {
        return plan.usage().stream().filter(usage -> usage.name().equals(name)).findFirst();
    }

    private List<UsageDay> usage(UsageConfig source, Yaml value) {
        return mappings(source.name(), value).stream()
                .map(row -> rows.usage(source, row))
                .toList();
    }

    private List<Yaml.Mapping> mappings(String name, Yaml value) {
        List<Yaml.Mapping> mappings = new ArrayList<>();
        for (Yaml item : items(Optional.of(value))) {
            if (item instanceof Yaml.Mapping mapping) {
                mappings.add(mapping);
            } else if (!(item instanceof Yaml.Scalar nothing) || nothing.value() != null) {
                problems.wrongShape(item.at(), name, ROWS);
            }
        }
        return mappings;
    }

    private static List<Yaml> items(Optional<Yaml> value) {
        return value.map(rows -> rows instanceof Yaml.Sequence list ? list.items() : List.of(rows))
                .orElse(List.of());
    }
}
