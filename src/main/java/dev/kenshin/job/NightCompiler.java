package dev.kenshin.job;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.Configuration;
import dev.kenshin.config.JobConfig;
import dev.kenshin.config.LinkConfig;
import dev.kenshin.config.MappingConfig;
import dev.kenshin.config.Reference;
import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.Secrets;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.mapping.AccountLinks;
import dev.kenshin.mapping.MappingCompiler;
import dev.kenshin.metric.Metric;
import dev.kenshin.metric.MetricCompiler;
import dev.kenshin.metric.MetricPlan;
import dev.kenshin.model.Column;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import dev.kenshin.privacy.Protection;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import dev.kenshin.publish.Publications;
import dev.kenshin.score.MetricLabel;
import dev.kenshin.score.Scorecard;
import dev.kenshin.source.Pause;
import dev.kenshin.source.Source;
import dev.kenshin.source.connector.Connectors;
import dev.kenshin.usage.UsageStage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks everything that takes more than one part of the configuration to check, and makes it ready to run. */
public final class NightCompiler {
    /** Nobody is called while a configuration is checked, so nobody asks for the time. */
    private static final Clock NO_TIME = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final Configuration configuration;
    private final JobConfig job;
    private final Secrets secrets;
    private final Problems problems;
    private final List<Text> offers = new ArrayList<>();

    private NightCompiler(Configuration configuration, JobConfig job, Secrets secrets, Problems problems) {
        this.configuration = configuration;
        this.job = job;
        this.secrets = secrets;
        this.problems = problems;
    }

    /**
     * The plan of a job.
     *
     * @param home where the mart lies that has no url
     * @param problems receives all that is wrong; the plan may be run only if it holds no errors
     */
    public static NightPlan compile(
            Configuration configuration, JobConfig job, Path home, Secrets secrets, Problems problems) {
        return new NightCompiler(configuration, job, secrets, problems).compile(home);
    }

    private NightPlan compile(Path home) {
        List<CompiledMapping> mappings = mappings();
        List<SourceConfig> sources = named(job.sources(), configuration.sources()).stream()
                .map(source -> ExpectedColumns.in(source, mappings))
                .toList();
        sources.forEach(this::checkOptions);
        named(job.usage(), configuration.usage())
                .forEach(usage -> UsageStage.check(usage, configuration.base(), secrets, problems));
        job.repository().ifPresent(repository -> JobRepositoryServer.check(repository, secrets, problems));
        job.watch().ifPresent(watch -> secrets.check(watch, problems));
        Map<String, ModelTable> tables = tables(mappings);
        List<ScorecardConfig> cards = named(job.scorecards(), configuration.scorecards());
        List<ScorecardConfig> further = named(job.furtherScorecards(), configuration.scorecards());
        List<ScorecardConfig> shadows = named(job.shadowScorecards(), configuration.scorecards());
        MetricPlan metrics =
                MetricCompiler.compile(configuration, cards, besides(configuration, job), tables, problems);
        return new NightPlan(
                configuration,
                job,
                sources,
                named(job.usage(), configuration.usage()),
                mappings,
                tables,
                metrics,
                problems.hasErrors() ? List.of() : scorecards(cards, metrics),
                problems.hasErrors() ? List.of() : further(further, shadows, metrics),
                Publications.compile(job.publish(), home, secrets, problems),
                List.copyOf(offers));
    }

    /**
     * What a job measures, and nothing else of its plan.
     *
     * @param problems receives what is wrong with mappings, metrics and conditions; without errors the metrics may be used
     */
    static MetricPlan metrics(Configuration configuration, JobConfig job, Problems problems) {
        NightCompiler compiler = new NightCompiler(configuration, job, new Secrets(Map.of()), problems);
        return MetricCompiler.compile(
                configuration,
                named(job.scorecards(), configuration.scorecards()),
                besides(configuration, job),
                tables(compiler.mappings()),
                problems);
    }

    private static List<ScorecardConfig> besides(Configuration configuration, JobConfig job) {
        return Stream.of(job.furtherScorecards(), job.shadowScorecards())
                .flatMap(names -> named(names, configuration.scorecards()).stream())
                .toList();
    }

    /** Opening a source reads its options and connects to nobody. */
    private void checkOptions(SourceConfig source) {
        secrets.check(source.options(), problems);
        if (!Connectors.isKnown(source.type())) {
            return; // the schema has said so
        }
        try {
            Source open = new Sources(
                            configuration, job, NO_TIME, secrets, Pause.real(), Optional.empty(), Protection.none())
                    .open(source);
            open.skipped().values().forEach(problems::add);
            open.offer().ifPresent(offers::add);
            open.close();
        } catch (ConfigException mistakes) {
            mistakes.problems().forEach(problems::add);
        }
    }

    private List<CompiledMapping> mappings() {
        Set<String> sources = job.sources().stream().map(Reference::name).collect(Collectors.toSet());
        List<CompiledMapping> compiled = new ArrayList<>();
        for (MappingConfig mapping : configuration.mappings().values()) {
            String stream = mapping.from().name();
            if (sources.contains(stream.substring(0, Math.max(0, stream.indexOf('.'))))) {
                Model.table(mapping.to().name())
                        .flatMap(table -> MappingCompiler.compile(mapping, table, job.zone(), problems))
                        .ifPresent(mapper -> compiled.add(new CompiledMapping(mapping, mapper)));
            }
        }
        checkLinks(compiled);
        return inOrder(compiled);
    }

    private void checkLinks(List<CompiledMapping> mappings) {
        List<LinkConfig> links = new ArrayList<>();
        mappings.forEach(mapping -> links.addAll(mapping.config().account()));
        named(job.usage(), configuration.usage()).forEach(usage -> links.addAll(usage.account()));
        Set<String> streams = mappings.stream().map(CompiledMapping::stream).collect(Collectors.toSet());
        ModelTable account = Objects.requireNonNull(tables(mappings).get(Model.ACCOUNT.name()));
        Set<String> columns = account.columns().stream().map(Column::name).collect(Collectors.toSet());
        AccountLinks.check(links, columns, streams, problems);
    }

    /** Accounts first; then each after those from whose streams it takes keys. A circle is left as it is written. */
    private static List<CompiledMapping> inOrder(List<CompiledMapping> mappings) {
        Set<CompiledMapping> ordered = new LinkedHashSet<>();
        mappings.stream().filter(CompiledMapping::ofAccounts).forEach(ordered::add);
        mappings.forEach(mapping -> place(mapping, mappings, ordered, new LinkedHashSet<>()));
        return List.copyOf(ordered);
    }

    private static void place(
            CompiledMapping mapping,
            List<CompiledMapping> all,
            Set<CompiledMapping> ordered,
            Set<CompiledMapping> waiting) {
        if (ordered.contains(mapping) || !waiting.add(mapping)) {
            return;
        }
        Set<String> needed = AccountLinks.streams(mapping.config().account());
        all.stream()
                .filter(other -> needed.contains(other.stream()))
                .forEach(other -> place(other, all, ordered, waiting));
        ordered.add(mapping);
    }

    /** Custom variables of several mappings to one table stand side by side; one that two mappings name is one. */
    private static Map<String, ModelTable> tables(List<CompiledMapping> mappings) {
        Map<String, ModelTable> tables = new LinkedHashMap<>();
        for (ModelTable table : Model.TABLES) {
            Map<String, Column> custom = new LinkedHashMap<>();
            mappings.stream()
                    .filter(mapping -> mapping.mapper().table().name().equals(table.name()))
                    .flatMap(mapping -> mapping.mapper().customColumns().stream())
                    .forEach(column -> custom.putIfAbsent(column.name(), column));
            tables.put(table.name(), table.with(List.copyOf(custom.values())));
        }
        return tables;
    }

    private static List<Scorecard> scorecards(List<ScorecardConfig> cards, MetricPlan metrics) {
        return cards.stream()
                .map(card -> Scorecard.of(card, name -> metrics.metric(name)
                        .map(NightCompiler::label)
                        .orElse(new MetricLabel(Text.same(name), Optional.empty()))))
                .toList();
    }

    private static List<FurtherCard> further(
            List<ScorecardConfig> shown, List<ScorecardConfig> shadows, MetricPlan metrics) {
        return Stream.concat(
                        scorecards(shown, metrics).stream().map(card -> new FurtherCard(card, true)),
                        scorecards(shadows, metrics).stream().map(card -> new FurtherCard(card, false)))
                .toList();
    }

    private static MetricLabel label(Metric metric) {
        return new MetricLabel(metric.label(), metric.unit());
    }

    /** References to what does not exist have been reported when the configuration was read. */
    private static <T> List<T> named(Collection<Reference> references, Map<String, T> all) {
        return references.stream()
                .map(reference -> all.get(reference.name()))
                .filter(Objects::nonNull)
                .toList();
    }
}
