package dev.kenshin.metric;

import dev.kenshin.config.MetricConfig;
import dev.kenshin.model.ModelTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Select;

/** What is measured, and the measuring itself. */
public final class MetricPlan {
    private final Map<String, Metric> metrics = new LinkedHashMap<>();
    private final List<List<MetricColumn>> layers;
    private final Map<String, Set<String>> sources;
    private final List<String> segments;
    private final List<String> conditions;
    private final List<String> percentiles;
    private final ReadingQueries queries;
    private final Select<?> reading;

    MetricPlan(
            List<MetricConfig> configured,
            List<List<MetricColumn>> layers,
            Map<String, MetricType> types,
            Conditions conditions,
            Percentiles percentiles,
            Map<String, ModelTable> tables) {
        this.layers = layers;
        this.sources = sources(layers);
        for (MetricConfig metric : configured) {
            Optional.ofNullable(types.get(metric.name()))
                    .ifPresent(type -> metrics.put(metric.name(), metric(metric, type, sources)));
        }
        this.segments = conditions.segments().stream().map(Field::getName).toList();
        this.conditions = conditions.conditions().stream().map(Field::getName).toList();
        this.percentiles = percentiles.names();
        this.queries = new ReadingQueries(layers, types, conditions, percentiles, tables);
        this.reading = queries.everything(columns(), Optional.empty());
    }

    /** The column of the reading that says whether a scorecard applies to the account. */
    public static String applies(String scorecard) {
        return "applies:" + scorecard;
    }

    /** The column of the reading that says whether a rule's condition holds for the account. */
    public static String override(String scorecard, String rule) {
        return "override:" + scorecard + ":" + rule;
    }

    /** The column of the reading that says whether an escalation's condition holds for the account. */
    public static String escalation(String scorecard, String rule) {
        return "escalation:" + scorecard + ":" + rule;
    }

    /** The column of the reading that ranks the account among its peers by a component's value; null where it cannot. */
    public static String percentile(String scorecard, String component) {
        return "percentile:" + scorecard + ":" + component;
    }

    /** All metrics in the order of the configuration. */
    public List<Metric> metrics() {
        return List.copyOf(metrics.values());
    }

    public Optional<Metric> metric(String name) {
        return Optional.ofNullable(metrics.get(name));
    }

    /** The model tables whose rows decide the metric, directly or through other metrics. */
    public Set<String> tablesOf(String metric) {
        return metric(metric).map(Metric::tables).orElse(Set.of());
    }

    /** The model tables whose rows decide what a column of the reading says, a condition's for example. */
    public Set<String> tablesBehind(String column) {
        return sources.getOrDefault(column, Set.of());
    }

    /** The rows of each of these tables, as of one date; those of a whole table where a query reads it. */
    public List<MetricRows> rowsOf(String metric, LocalDate asOf) {
        return RowsOfMetrics.of(metric, layers, asOf);
    }

    /** The names of the segments, in order. */
    public List<String> segments() {
        return segments;
    }

    /**
     * Measures every account as of one date. Replaces {@code metric.reading} by one row for each account, with a column
     * for every metric ({@code double}, or {@code varchar} for texts; null is unknown), segment ({@code varchar}),
     * condition ({@code boolean}, never null) and percentile ({@code double}); and replaces that date's rows of {@code metric.metric_value} and
     * {@code score.segment}.
     *
     * <p>Works in the caller's transaction and does not commit. Doing it again gives the same.
     *
     * @throws SQLException if a {@code sql:} metric yields several rows for an account, or the data do not allow what an
     *     expression does
     */
    public void measure(Connection connection, LocalDate asOf) throws SQLException {
        execute(connection, Storing.statements(reading, this, asOf));
    }

    /**
     * The same, but with some values given: these stand in for what would be measured, and whatever is derived from them
     * follows. Metrics over tables that are not given either are unknown.
     */
    public void measure(Connection connection, LocalDate asOf, GivenValues given) throws SQLException {
        if (given.isEmpty()) {
            measure(connection, asOf);
        } else {
            given.keep(connection);
            Select<?> select = queries.everything(columns(), Optional.of(given.tables()));
            execute(connection, Storing.statements(select, this, asOf));
        }
    }

    /**
     * Makes {@code metric.reading} of the values in {@code metric.given} alone (account, name, number, text) and of the
     * accounts' columns, and keeps nothing else. What is derived from given values and not given itself is derived from
     * them; other metrics are unknown.
     */
    public void derive(Connection connection, LocalDate asOf) throws SQLException {
        Select<?> select = queries.everything(columns(), Optional.of(Set.of()));
        execute(connection, List.of(Storing.reading(select, asOf)));
    }

    /** The metrics that cannot be {@linkplain #derive derived} where only these are given. */
    public Set<String> underivable(Set<String> given) {
        Set<String> unknown = new TreeSet<>();
        for (MetricColumn column :
                queries.layers().stream().flatMap(List::stream).toList()) {
            boolean derived = column.formula() instanceof Formula.Derived
                    && column.needs().stream().noneMatch(unknown::contains);
            if (!derived && !given.contains(column.name())) {
                unknown.add(column.name());
            }
        }
        unknown.retainAll(metrics.keySet());
        return unknown;
    }

    /**
     * Measures a few metrics only: replaces {@code metric.reading} by one row for each account with a column for each of
     * them, and keeps nothing else.
     *
     * @param wanted names of metrics
     */
    public void measureOnly(Connection connection, LocalDate asOf, GivenValues given, Collection<String> wanted)
            throws SQLException {
        given.keep(connection);
        Optional<Set<String>> tables = given.isEmpty() ? Optional.empty() : Optional.of(given.tables());
        execute(connection, List.of(Storing.reading(queries.only(wanted, tables), asOf)));
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        PatientStatements.execute(connection, statements, PatientStatements.PATIENCE);
    }

    private List<String> columns() {
        return Stream.of(metrics.keySet(), segments, conditions, percentiles)
                .flatMap(Collection::stream)
                .toList();
    }

    private static Metric metric(MetricConfig metric, MetricType type, Map<String, Set<String>> sources) {
        Set<String> tables = sources.getOrDefault(metric.name(), Set.of());
        return new Metric(metric.name(), metric.label(), type, metric.unit(), metric.description(), tables);
    }

    private static Map<String, Set<String>> sources(List<List<MetricColumn>> layers) {
        Map<String, Set<String>> sources = new HashMap<>();
        for (MetricColumn column : layers.stream().flatMap(List::stream).toList()) {
            Set<String> tables = new TreeSet<>(column.formula().tables());
            column.needs().forEach(need -> tables.addAll(sources.getOrDefault(need, Set.of())));
            sources.put(column.name(), Set.copyOf(tables));
        }
        return sources;
    }
}
