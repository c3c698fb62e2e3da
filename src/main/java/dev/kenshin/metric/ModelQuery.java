package dev.kenshin.metric;

import dev.kenshin.model.ModelTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Configured queries over the model. */
final class ModelQuery {
    private ModelQuery() {}

    /** A table where it lies. */
    static Table<Record> table(String name) {
        return DSL.table(DSL.quotedName("model", name));
    }

    /** The query names tables without schema, and sees under these names only rows that are not dated after D. */
    static Select<?> over(Map<String, ModelTable> tables, Select<?> query, Set<String> used) {
        CommonTableExpression<?>[] visible = used.stream()
                .map(name -> visible(Optional.ofNullable(tables.get(name)).orElseThrow()))
                .toArray(CommonTableExpression<?>[]::new);
        return DSL.with(visible)
                .select(DSL.asterisk())
                .from(DSL.table("({0})", query).as("query"));
    }

    /** More than one row for an account would silently count it twice further on, so the night stops instead. */
    static Select<?> oneRowAnAccount(Select<?> query, String metric) {
        Field<?> accountId = DSL.field(DSL.quotedName("account_id"));
        Field<?> value = DSL.field(
                "case when count(*) > 1 then error({0} || account_id) else max({1}) end",
                SQLDataType.OTHER,
                DSL.inline("metric '" + metric + "' (sql:) yields several rows for account "),
                DSL.field(DSL.quotedName("value")));
        return DSL.select(accountId, value.as(DSL.quotedName(metric)))
                .from(DSL.table("({0})", query).as("of_model"))
                .groupBy(accountId);
    }

    private static CommonTableExpression<?> visible(ModelTable table) {
        List<Field<?>> columns = table.columns().stream()
                .<Field<?>>map(column -> DSL.field(DSL.quotedName(column.name())))
                .toList();
        Condition exists = table.time().map(Pass::existed).orElse(DSL.noCondition());
        return DSL.quotedName(table.name())
                .as(DSL.select(columns).from(table(table.name())).where(exists));
    }
}
