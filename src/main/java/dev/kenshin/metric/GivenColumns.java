package dev.kenshin.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Puts values that were {@linkplain GivenValues given} in the place of those that were measured, layer by layer, so that
 * whatever is derived from them is derived from these.
 */
record GivenColumns(Set<String> tables, Values values, Steps steps) {
    private static final Name NUMBERS = DSL.quotedName("given:numbers");
    private static final Name TEXTS = DSL.quotedName("given:texts");

    /** Whether the column is worth measuring: all that it reads is given as rows. */
    boolean measures(MetricColumn column) {
        return tables.containsAll(column.formula().tables());
    }

    /** Sets them beside what was read from tables, with the columns that were not. */
    void join(List<MetricColumn> unmeasured) {
        Name measured = DSL.quotedName("measured");
        Name given = DSL.quotedName("given");
        List<SelectFieldOrAsterisk> fields = new ArrayList<>();
        fields.add(DSL.field("{0}.*", SQLDataType.OTHER, measured));
        fields.add(DSL.field(given.append("numbers")).as(NUMBERS));
        fields.add(DSL.field(given.append("texts")).as(TEXTS));
        unmeasured.forEach(column -> fields.add(nothing(column)));
        steps.add(DSL.select(fields)
                .from(DSL.table(
                        "{0} as {1} left join (select account_id,"
                                + " map_from_entries(list((metric, value)) filter (where text is null)) as numbers,"
                                + " map_from_entries(list((metric, text)) filter (where value is null)) as texts"
                                + " from metric.given group by account_id) as {2} using (account_id)",
                        steps.last(), measured, given)));
    }

    /** Columns of a layer. */
    void replace(List<MetricColumn> columns) {
        replaceFields(columns.stream()
                .<Field<?>>map(column -> field(column.name(), isText(column) ? TEXTS : NUMBERS))
                .toList());
    }

    void replaceSegment(Field<?> segment) {
        replaceFields(List.of(field(segment.getName(), TEXTS)));
    }

    private void replaceFields(List<Field<?>> columns) {
        if (!columns.isEmpty()) {
            steps.add(DSL.select(DSL.field("* replace ({0})", SQLDataType.OTHER, DSL.list(columns)))
                    .from(steps.last()));
        }
    }

    private boolean isText(MetricColumn column) {
        return values.types().get(column.name()) == MetricType.TEXT;
    }

    private Field<?> nothing(MetricColumn column) {
        return DSL.field(isText(column) ? "cast(null as varchar)" : "cast(null as double)")
                .as(DSL.quotedName(column.name()));
    }

    /** The alias is part of the text, since a list of fields would leave it out. */
    private static Field<?> field(String name, Name given) {
        return DSL.field(
                "case when map_contains({0}, {1}) then {0}[{1}] else {2} end as {2}",
                SQLDataType.OTHER, given, DSL.inline(name), DSL.quotedName(name));
    }
}
