package dev.kenshin.metric;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.MetricConfig;
import dev.kenshin.config.Reference;
import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.SegmentConfig;
import dev.kenshin.model.ModelTable;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns metrics, segments and the scorecards' conditions into a plan that measures them, or says why that cannot be. */
public final class MetricCompiler {
    private final Configuration configuration;
    private final Map<String, ModelTable> tables;
    private final DefinitionProblems told;
    private final Problems problems;

    private MetricCompiler(Configuration configuration, Map<String, ModelTable> tables, Problems problems) {
        this.configuration = configuration;
        this.tables = tables;
        this.problems = problems;
        this.told = new DefinitionProblems(problems);
    }

    /**
     * Compiles everything, and has the database check it against a model without data, which takes a fraction of a second.
     *
     * @param scorecards those of the job, in order of priority; their conditions become columns of the reading
     * @param further those that score an account besides
     * @param tables the model by table name, with the custom variables as further columns
     * @param problems receives all that is wrong; the plan may be used only if it holds no errors
     */
    public static MetricPlan compile(
            Configuration configuration,
            List<ScorecardConfig> scorecards,
            List<ScorecardConfig> further,
            Map<String, ModelTable> tables,
            Problems problems) {
        try (Binder binder = new Binder(tables)) {
            return new MetricCompiler(configuration, tables, problems).compile(scorecards, further, binder);
        } catch (SQLException e) {
            throw new IllegalStateException("a model to check against could not be created", e);
        }
    }

    private MetricPlan compile(List<ScorecardConfig> scorecards, List<ScorecardConfig> further, Binder binder)
            throws SQLException {
        checkNames();
        Scope accounts = Scope.ofAccounts(account(), configuration.metrics().keySet());
        Layers layers = new Layers(columns(accounts));
        layers.cycles().forEach(cycle -> told.cycle(place(cycle.get(0)), cycle));
        MetricTypes types = new MetricTypes(configuration.metrics(), binder, problems);
        layers.inOrder().forEach(layer -> layer.forEach(types::add));
        Conditions conditions = new Conditions(accounts, binder, problems);
        for (SegmentConfig segment : configuration.segments()) {
            conditions.addSegment(segment);
        }
        List<ScorecardConfig> all =
                Stream.concat(scorecards.stream(), further.stream()).toList();
        all.forEach(conditions::addScorecard);
        all.forEach(scorecard -> checkComponents(scorecard, types));
        return new MetricPlan(
                List.copyOf(configuration.metrics().values()),
                layers.inOrder(),
                types.all(),
                conditions,
                Percentiles.of(scorecards, further),
                tables);
    }

    private ModelTable account() {
        return Optional.ofNullable(tables.get("account")).orElseThrow();
    }

    private List<MetricColumn> columns(Scope accounts) {
        FormulaReader reader = new FormulaReader(tables, configuration.metrics(), accounts, problems);
        List<MetricColumn> columns = new ArrayList<>();
        configuration.metrics().values().forEach(metric -> columns.addAll(reader.columns(metric)));
        return columns;
    }

    private Location place(String metric) {
        return Optional.ofNullable(configuration.metrics().get(metric))
                .map(MetricConfig::at)
                .orElseThrow();
    }

    private void checkNames() {
        Scope own = Scope.of(account());
        configuration.metrics().values().forEach(metric -> checkName(metric.name(), metric.at(), own));
        configuration.segments().forEach(segment -> checkName(segment.name(), segment.at(), own));
    }

    private void checkName(String name, Location at, Scope own) {
        if (own.has(name)) {
            told.nameTaken(at, name);
        }
    }

    private void checkComponents(ScorecardConfig scorecard, MetricTypes types) {
        scorecard.components().forEach(component -> {
            checkComponent(component, types);
            component.per().ifPresent(per -> checkRate(component, per, types));
        });
    }

    private void checkRate(ScorecardConfig.Component component, Reference per, MetricTypes types) {
        Optional<MetricType> text = Stream.of(component.metric(), per)
                .flatMap(metric -> types.of(metric.name()).stream())
                .filter(type -> type == MetricType.TEXT)
                .findFirst();
        text.ifPresent(type -> told.textRate(per.at(), component.metric().name(), per.name()));
    }

    private void checkComponent(ScorecardConfig.Component component, MetricTypes types) {
        String metric = component.metric().name();
        boolean scoresText = component.scale() instanceof ScorecardConfig.Scale.Values;
        types.of(metric).ifPresent(type -> {
            if (scoresText != (type == MetricType.TEXT)) {
                told.wrongScale(component.metric().at(), metric, !scoresText);
            }
        });
    }
}
