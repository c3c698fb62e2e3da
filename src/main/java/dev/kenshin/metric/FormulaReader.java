package dev.kenshin.metric;

import dev.kenshin.config.MetricConfig;
import dev.kenshin.config.Sql;
import dev.kenshin.model.ModelTable;
import dev.kenshin.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;

/** Turns metric definitions into formulas; a definition that cannot be used is reported and yields none. */
final class FormulaReader {
    private final Map<String, ModelTable> tables;
    private final Map<String, MetricConfig> metrics;
    private final Scope accounts;
    private final DefinitionProblems told;
    private final PassReader passes;
    private final SqlReader reader;

    FormulaReader(
            Map<String, ModelTable> tables, Map<String, MetricConfig> metrics, Scope accounts, Problems problems) {
        this.tables = tables;
        this.metrics = metrics;
        this.accounts = accounts;
        this.told = new DefinitionProblems(problems);
        this.passes = new PassReader(tables, told);
        this.reader = new SqlReader(problems);
    }

    /** The metric's column (none where it cannot be used), and before it those that only it needs. */
    List<MetricColumn> columns(MetricConfig metric) {
        if (metric.form() instanceof MetricConfig.Change change) {
            return change(metric, change);
        }
        return formula(metric, 0).stream()
                .map(formula -> new MetricColumn(metric.name(), formula, sql(metric)))
                .toList();
    }

    private Optional<? extends Formula> formula(MetricConfig metric, int windowsBack) {
        if (metric.form() instanceof MetricConfig.Aggregate form) {
            return aggregate(metric, form, windowsBack);
        } else if (metric.form() instanceof MetricConfig.Nps form) {
            return nps(metric, form, windowsBack);
        } else if (metric.form() instanceof MetricConfig.DaysSince form) {
            return daysSince(metric, form);
        } else if (metric.form() instanceof MetricConfig.Query form) {
            return reader.query(form.select(), tables.keySet()).map(this::queried);
        } else if (metric.form() instanceof MetricConfig.Expression form) {
            return reader.scalar(form.value(), accounts).map(this::derived);
        }
        throw new IllegalArgumentException("no formula by itself: " + metric.form());
    }

    private Optional<Formula> aggregate(MetricConfig metric, MetricConfig.Aggregate form, int windowsBack) {
        Optional<Pass> pass = passes.read(metric, form.table(), form.time(), form.windowDays(), windowsBack);
        return pass.flatMap(rows -> reader.aggregate(form.value(), scope(rows))
                .flatMap(read -> aggregated(rows, read.part(), form.where(), form.whenNone())));
    }

    private Optional<Formula> nps(MetricConfig metric, MetricConfig.Nps form, int windowsBack) {
        Optional<Pass> pass = passes.read(metric, form.table(), Optional.empty(), form.windowDays(), windowsBack);
        return pass.flatMap(rows -> reader.scalar(form.score(), scope(rows))
                .map(read -> Figures.netPromoterScore(read.part(), form.atLeast()))
                .flatMap(value -> aggregated(rows, value, form.where(), OptionalDouble.empty())));
    }

    private Optional<Formula> daysSince(MetricConfig metric, MetricConfig.DaysSince form) {
        return passes.readDated(metric, form.table(), form.time()).flatMap(rows -> {
            Field<?> days = Figures.daysSinceLast(rows.time().or(rows::ownTime).orElseThrow());
            return aggregated(rows, days, form.where(), OptionalDouble.empty());
        });
    }

    private Optional<Formula> aggregated(Pass rows, Field<?> value, Optional<Sql> where, OptionalDouble whenNone) {
        if (where.isEmpty()) {
            return Optional.of(new Formula.Aggregated(rows, value, Optional.empty(), whenNone));
        }
        return reader.condition(where.get(), scope(rows)).map(read -> {
            filter(value, read.part());
            Formula.Filter filter = new Formula.Filter(where.get(), read.part());
            return new Formula.Aggregated(rows, value, Optional.of(filter), whenNone);
        });
    }

    /** Adds to what each aggregate of the expression filters by itself; parsed expressions can be changed in place. */
    private static void filter(Field<?> value, Condition condition) {
        Parts.of(value).aggregates().forEach(aggregate -> aggregate.filterWhere(condition));
    }

    private Formula queried(SqlReader.Read<Select<?>> read) {
        Set<String> used = new TreeSet<>(tables.keySet());
        used.retainAll(read.parts().tables().stream().map(Words::fold).collect(Collectors.toSet()));
        return new Formula.Queried(read.part(), used);
    }

    private Formula derived(SqlReader.Read<Field<?>> read) {
        Set<String> names = read.parts().columns().stream().map(Words::fold).collect(Collectors.toSet());
        Set<String> needs = metrics.keySet().stream()
                .filter(name -> names.contains(Words.fold(name)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> own = Scope.of(account()).columns();
        boolean readsAccount = own.stream().map(Words::fold).anyMatch(names::contains);
        return new Formula.Derived(
                read.part(), needs, readsAccount ? Set.of(account().name()) : Set.of());
    }

    private List<MetricColumn> change(MetricConfig metric, MetricConfig.Change form) {
        MetricConfig base = Optional.ofNullable(metrics.get(form.of().name())).orElseThrow();
        if (!hasWindow(base.form())) {
            told.noWindow(form.of());
            return List.of();
        }
        String before = metric.name() + ":before";
        Field<?> value = Figures.change(base.name(), before, form.kind());
        // What is wrong with the other metric has been reported where it stands.
        return new FormulaReader(tables, metrics, accounts, new Problems())
                .formula(base, 1).stream()
                        .flatMap(formula -> List.of(
                                new MetricColumn(before, formula, sql(base)),
                                new MetricColumn(
                                        metric.name(),
                                        new Formula.Derived(value, Set.of(base.name(), before), Set.of()),
                                        sql(metric)))
                                .stream())
                        .toList();
    }

    private static boolean hasWindow(MetricConfig.Form form) {
        return (form instanceof MetricConfig.Aggregate aggregate
                        && aggregate.windowDays().isPresent())
                || (form instanceof MetricConfig.Nps nps && nps.windowDays().isPresent());
    }

    private Scope scope(Pass pass) {
        return Scope.of(table(pass.table()));
    }

    private ModelTable account() {
        return table("account");
    }

    private ModelTable table(String name) {
        return Optional.ofNullable(tables.get(name)).orElseThrow();
    }

    /** Where to point at when the database rejects the metric. */
    private static Sql sql(MetricConfig metric) {
        if (metric.form() instanceof MetricConfig.Aggregate form) {
            return form.value();
        } else if (metric.form() instanceof MetricConfig.Expression form) {
            return form.value();
        } else if (metric.form() instanceof MetricConfig.Query form) {
            return form.select();
        } else if (metric.form() instanceof MetricConfig.Nps form) {
            return form.score();
        }
        return new Sql("", metric.at());
    }
}
