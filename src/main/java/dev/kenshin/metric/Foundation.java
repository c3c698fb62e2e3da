package dev.kenshin.metric;

import dev.kenshin.model.ModelTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Every account with its own columns and all that is read from tables: passes and queries yield a row an account. */
final class Foundation {
    private static final Name ACCOUNT = DSL.quotedName("account");
    private static final Name ACCOUNT_ID = DSL.quotedName("account_id");

    private final Map<String, ModelTable> tables;
    private final Values values;
    private final Steps steps;
    private final List<Name> joined = new ArrayList<>();
    private final List<Field<?>> fields = new ArrayList<>();

    Foundation(Map<String, ModelTable> tables, Values values, Steps steps) {
        this.tables = tables;
        this.values = values;
        this.steps = steps;
        Optional.ofNullable(tables.get("account"))
                .orElseThrow()
                .columns()
                .forEach(column -> fields.add(DSL.field(ACCOUNT.append(DSL.quotedName(column.name())))));
    }

    Select<?> of(List<MetricColumn> columns) {
        addPasses(columns);
        columns.forEach(this::addQuery);
        SelectJoinStep<?> accounts =
                DSL.select(fields).from(ModelQuery.table("account").as(ACCOUNT));
        for (Name step : joined) {
            accounts = accounts.leftJoin(DSL.table(step))
                    .on(DSL.field(ACCOUNT.append(ACCOUNT_ID)).eq(DSL.field(step.append(ACCOUNT_ID))));
        }
        return accounts;
    }

    private void addPasses(List<MetricColumn> columns) {
        Map<Pass, List<MetricColumn>> passes = new LinkedHashMap<>();
        for (MetricColumn column : columns) {
            if (column.formula() instanceof Formula.Aggregated formula) {
                passes.computeIfAbsent(formula.pass(), pass -> new ArrayList<>())
                        .add(column);
            }
        }
        passes.forEach((pass, members) -> {
            Name step = join(pass(pass, members));
            members.forEach(member -> fields.add(aggregated(member, step)));
        });
    }

    private void addQuery(MetricColumn column) {
        if (column.formula() instanceof Formula.Queried formula) {
            Select<?> query = ModelQuery.over(tables, formula.select(), formula.tables());
            Name step = join(ModelQuery.oneRowAnAccount(query, column.name()));
            fields.add(values.stored(column.name(), value(column, step)).as(name(column)));
        }
    }

    private Name join(Select<?> rows) {
        Name step = steps.add(rows);
        joined.add(step);
        return step;
    }

    private static Select<?> pass(Pass pass, List<MetricColumn> members) {
        List<Field<?>> fields = new ArrayList<>(List.of(DSL.field(ACCOUNT_ID)));
        for (MetricColumn member : members) {
            Formula.Aggregated formula = (Formula.Aggregated) member.formula();
            fields.add(formula.value().as(name(member)));
            fields.add(rows(formula).as(rowsOf(member)));
        }
        return DSL.select(fields)
                .from(ModelQuery.table(pass.table()))
                .where(pass.rows())
                .groupBy(DSL.field(ACCOUNT_ID));
    }

    private static Field<Integer> rows(Formula.Aggregated formula) {
        return formula.filter()
                .<Field<Integer>>map(filter -> DSL.count().filterWhere(filter.condition()))
                .orElse(DSL.count());
    }

    /** An account without rows is not in the pass, or is there only for the sake of other metrics. */
    private Field<?> aggregated(MetricColumn column, Name step) {
        Formula.Aggregated formula = (Formula.Aggregated) column.formula();
        Field<?> none = formula.whenNone().isPresent()
                ? DSL.inline(formula.whenNone().getAsDouble())
                : DSL.inline((Object) null);
        return DSL.field(
                        "case when {0} > 0 then {1} else {2} end",
                        SQLDataType.OTHER,
                        DSL.field(step.append(rowsOf(column))),
                        values.stored(column.name(), value(column, step)),
                        none)
                .as(name(column));
    }

    private static Field<?> value(MetricColumn column, Name step) {
        return DSL.field(step.append(name(column)));
    }

    private static Name name(MetricColumn column) {
        return DSL.quotedName(column.name());
    }

    private static Name rowsOf(MetricColumn column) {
        return DSL.quotedName(column.name() + ":rows");
    }
}
