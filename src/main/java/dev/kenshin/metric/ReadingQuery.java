package dev.kenshin.metric;

import dev.kenshin.model.ModelTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The one SELECT that measures everything: each pass over a table, and each query, yields a row an account; the accounts
 * are joined with them, and layer upon layer adds what is derived from the columns before it.
 */
final class ReadingQuery {
    private static final Name ACCOUNT_ID = DSL.quotedName("account_id");

    private final Map<String, ModelTable> tables;
    private final Map<String, MetricType> types;
    private final List<CommonTableExpression<?>> steps = new ArrayList<>();

    ReadingQuery(Map<String, ModelTable> tables, Map<String, MetricType> types) {
        this.tables = tables;
        this.types = types;
    }

    /**
     * @param layers the columns in the order of computation
     * @param further layers of columns over all of those
     * @param shown the columns that the reading has, in order
     */
    Select<?> over(List<List<MetricColumn>> layers, List<List<Field<?>>> further, List<String> shown) {
        addFoundation(layers.get(0));
        layers.stream().skip(1).forEach(layer -> addLayer(
                layer.stream().<Field<?>>map(this::derived).toList()));
        further.forEach(this::addLayer);
        List<Field<?>> columns = new ArrayList<>(List.of(DSL.field(ACCOUNT_ID)));
        shown.forEach(name -> columns.add(DSL.field(DSL.quotedName(name))));
        return DSL.with(steps.toArray(CommonTableExpression<?>[]::new))
                .select(columns)
                .from(last());
    }

    /**
     * A configured query over the model's tables. It names them without schema, and sees under these names only rows
     * that are not dated after D.
     */
    static Select<?> inModel(Select<?> query, Set<String> used, Map<String, ModelTable> tables) {
        CommonTableExpression<?>[] visible = used.stream()
                .map(name -> visible(tables.get(name)))
                .toArray(CommonTableExpression<?>[]::new);
        return DSL.with(visible).select(DSL.asterisk()).from(DSL.table("({0})", query).as("query"));
    }

    private static CommonTableExpression<?> visible(ModelTable table) {
        List<Field<?>> columns = table.columns().stream()
                .<Field<?>>map(column -> DSL.field(DSL.quotedName(column.name())))
                .toList();
        Condition exists = table.time().map(Pass::existed).orElse(DSL.noCondition());
        return DSL.quotedName(table.name())
                .as(DSL.select(columns).from(model(table.name())).where(exists));
    }

    /** Every account with its own columns and all that needs no other metric. */
    private void addFoundation(List<MetricColumn> columns) {
        Map<Pass, List<MetricColumn>> passes = new LinkedHashMap<>();
        List<SelectFieldOrAsterisk> fields = new ArrayList<>();
        tables.get("account").columns().forEach(column -> fields.add(DSL.field(DSL.quotedName("account", column.name()))));
        for (MetricColumn column : columns) {
            if (column.formula() instanceof Formula.Aggregated aggregated) {
                passes.computeIfAbsent(aggregated.pass(), pass -> new ArrayList<>()).add(column);
            }
        }
        List<Name> joined = new ArrayList<>();
        passes.forEach((pass, members) -> {
            Name step = addStep(pass(pass, members));
            members.forEach(member -> fields.add(aggregated(member, step)));
            joined.add(step);
        });
        for (MetricColumn column : columns) {
            if (column.formula() instanceof Formula.Queried queried) {
                Name step = addStep(query(column, queried));
                fields.add(stored(column.name(), DSL.field(step.append(DSL.quotedName(column.name()))))
                        .as(DSL.quotedName(column.name())));
                joined.add(step);
            }
        }
        Table<?> accounts = model("account").as(DSL.quotedName("account"));
        SelectJoinStep<?> select = DSL.select(fields).from(accounts);
        for (Name step : joined) {
            select = select.leftJoin(DSL.table(step))
                    .on(DSL.field(DSL.quotedName("account", "account_id"))
                            .eq(DSL.field(step.append(ACCOUNT_ID))));
        }
        addStep(select);
    }

    private Select<?> pass(Pass pass, List<MetricColumn> members) {
        List<Field<?>> fields = new ArrayList<>(List.of(DSL.field(ACCOUNT_ID)));
        for (MetricColumn member : members) {
            Formula.Aggregated formula = (Formula.Aggregated) member.formula();
            fields.add(formula.value().as(DSL.quotedName(member.name())));
            fields.add(rows(formula).as(rowsOf(member)));
        }
        return DSL.select(fields).from(model(pass.table())).where(pass.rows()).groupBy(DSL.field(ACCOUNT_ID));
    }

    private static Field<Integer> rows(Formula.Aggregated formula) {
        return formula.filter()
                .<Field<Integer>>map(filter -> DSL.count().filterWhere(filter.condition()))
                .orElse(DSL.count());
    }

    /** An account without rows is not in the pass, or is there only for the sake of other metrics. */
    private Field<?> aggregated(MetricColumn column, Name step) {
        Formula.Aggregated formula = (Formula.Aggregated) column.formula();
        Field<?> value = stored(column.name(), DSL.field(step.append(DSL.quotedName(column.name()))));
        Field<Integer> rows = DSL.field(step.append(rowsOf(column)), SQLDataType.INTEGER);
        Field<?> none = formula.whenNone().isPresent()
                ? DSL.inline(formula.whenNone().getAsDouble())
                : DSL.inline((Object) null);
        return DSL.field("case when {0} > 0 then {1} else {2} end", SQLDataType.OTHER, rows, value, none)
                .as(DSL.quotedName(column.name()));
    }

    /** More than one row for an account would silently count it twice further on, so the night stops instead. */
    private Select<?> query(MetricColumn column, Formula.Queried queried) {
        Field<?> value = DSL.field(
                "case when count(*) > 1 then error({0} || account_id) else max({1}) end",
                SQLDataType.OTHER,
                DSL.inline("metric '" + column.name() + "' (sql:) yields several rows for account "),
                DSL.field(DSL.quotedName("value")));
        return DSL.select(DSL.field(ACCOUNT_ID), value.as(DSL.quotedName(column.name())))
                .from(DSL.table("({0})", inModel(queried.select(), queried.tables(), tables))
                        .as("of_model"))
                .groupBy(DSL.field(ACCOUNT_ID));
    }

    private Field<?> derived(MetricColumn column) {
        Formula.Derived formula = (Formula.Derived) column.formula();
        return stored(column.name(), formula.value()).as(DSL.quotedName(column.name()));
    }

    /** Numbers are finite or unknown: dividing by zero yields no figure that a score could use. */
    private Field<?> stored(String column, Field<?> value) {
        if (types.get(column) == MetricType.TEXT) {
            return value;
        }
        Field<Double> number = DSL.cast(value, SQLDataType.DOUBLE);
        return DSL.field("case when isfinite({0}) then {0} end", SQLDataType.DOUBLE, number);
    }

    private void addLayer(List<Field<?>> columns) {
        List<SelectFieldOrAsterisk> fields = new ArrayList<>(List.of(DSL.asterisk()));
        fields.addAll(columns);
        addStep(DSL.select(fields).from(last()));
    }

    private Name addStep(Select<?> select) {
        Name name = DSL.quotedName("step_" + (steps.size() + 1));
        steps.add(name.as(select));
        return name;
    }

    private Table<Record> last() {
        return DSL.table(DSL.quotedName("step_" + steps.size()));
    }

    private static Name rowsOf(MetricColumn column) {
        return DSL.quotedName(column.name() + ":rows");
    }

    private static Table<Record> model(String table) {
        return DSL.table(DSL.quotedName("model", table));
    }
}
