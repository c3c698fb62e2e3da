package dev.kenshin.metric;

import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Puts values that were {@linkplain GivenValues given} in the place of those that were measured, layer by layer, so that
 * whatever is derived from them is derived from these.
 */
record GivenColumns(Values values, Steps steps) {
    private static final Name NUMBERS = DSL.quotedName("given:numbers");
    private static final Name TEXTS = DSL.quotedName("given:texts");
    private static final Name TABLES = DSL.quotedName("given:tables");

    /** Sets them beside what was read from tables. */
    void join() {
        Name measured = DSL.quotedName("measured");
        Name given = DSL.quotedName("given");
        steps.add(DSL.select(
                        DSL.field("{0}.*", SQLDataType.OTHER, measured),
                        DSL.field(given.append("numbers")).as(NUMBERS),
                        DSL.field(given.append("texts")).as(TEXTS),
                        DSL.field("(select list(name) from metric.given_table)").as(TABLES))
                .from(DSL.table(
                        "{0} as {1} left join (select account_id,"
                                + " map_from_entries(list((metric, value)) filter (where text is null)) as numbers,"
                                + " map_from_entries(list((metric, text)) filter (where value is null)) as texts"
                                + " from metric.given group by account_id) as {2} using (account_id)",
                        steps.last(),
                        measured,
                        given)));
    }

    /** Columns of a layer; those that are read from a table count only where that table is given, too. */
    void replace(List<MetricColumn> columns) {
        replaceFields(columns.stream().<Field<?>>map(this::field).toList());
    }

    /** Columns that hold words and are read from no table. */
    void replaceTexts(List<Field<?>> columns) {
        replaceFields(columns.stream()
                .<Field<?>>map(column -> field(column.getName(), TEXTS, column(column.getName())))
                .toList());
    }

    private void replaceFields(List<Field<?>> columns) {
        if (!columns.isEmpty()) {
            steps.add(DSL.select(DSL.field("* replace ({0})", SQLDataType.OTHER, DSL.list(columns)))
                    .from(steps.last()));
        }
    }

    private Field<?> field(MetricColumn column) {
        boolean text = values.types().get(column.name()) == MetricType.TEXT;
        return field(column.name(), text ? TEXTS : NUMBERS, measured(column));
    }

    private static Field<?> field(String name, Name given, Field<?> otherwise) {
        return DSL.field(
                "case when map_contains({0}, {1}) then {0}[{1}] else {2} end as {3}",
                SQLDataType.OTHER,
                given,
                DSL.inline(name),
                otherwise,
                DSL.quotedName(name));
    }

    private static Field<?> measured(MetricColumn column) {
        Set<String> tables = column.formula() instanceof Formula.Derived ? Set.of() : column.formula().tables();
        if (tables.isEmpty()) {
            return column(column.name());
        }
        return DSL.field(
                "case when {0} is null or list_has_all({0}, [{1}]) then {2} end",
                SQLDataType.OTHER,
                TABLES,
                DSL.list(tables.stream().sorted().map(DSL::inline).toList()),
                column(column.name()));
    }

    private static Field<?> column(String name) {
        return DSL.field(DSL.quotedName(name));
    }
}
