package dev.kenshin.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** The statements that keep what was measured. */
final class Storing {
    private Storing() {}

    static List<String> statements(Select<?> reading, MetricPlan plan, LocalDate asOf) {
        List<QueryPart> parts = new ArrayList<>();
        parts.add(keep(reading));
        parts.add(DSL.query("delete from metric.metric_value where as_of = {0}", DSL.inline(asOf)));
        addValues(parts, names(plan, false), "value", "null");
        addValues(parts, names(plan, true), "null", "value");
        parts.add(DSL.query("delete from score.segment where as_of = {0}", DSL.inline(asOf)));
        addRows(parts, "score.segment select {0}, account_id, name, value", plan.segments());
        return parts.stream().map(part -> Dialect.render(part, asOf)).toList();
    }

    /** The statement that keeps a reading alone. */
    static String reading(Select<?> reading, LocalDate asOf) {
        return Dialect.render(keep(reading), asOf);
    }

    private static QueryPart keep(Select<?> reading) {
        return DSL.query("create or replace table metric.reading as {0}", reading);
    }

    private static List<String> names(MetricPlan plan, boolean text) {
        return plan.metrics().stream()
                .filter(metric -> (metric.type() == MetricType.TEXT) == text)
                .map(Metric::name)
                .toList();
    }

    private static void addValues(List<QueryPart> parts, List<String> metrics, String number, String text) {
        addRows(parts, "metric.metric_value select {0}, account_id, name, " + number + ", " + text, metrics);
    }

    private static void addRows(List<QueryPart> parts, String target, List<String> columns) {
        if (columns.isEmpty()) {
            return;
        }
        List<Field<?>> fields = columns.stream()
                .<Field<?>>map(name -> DSL.field(DSL.quotedName(name)))
                .toList();
        parts.add(DSL.query(
                "insert into " + target + " from metric.reading unpivot include nulls (value for name in ({1}))",
                Dialect.AS_OF,
                DSL.list(fields)));
    }
}
