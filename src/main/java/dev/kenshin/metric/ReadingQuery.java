package dev.kenshin.metric;

import dev.kenshin.model.ModelTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;

/**
 * The one SELECT that measures everything: on the {@link Foundation}, layer upon layer adds what is derived from the
 * columns before it.
 */
final class ReadingQuery {
    private final Map<String, ModelTable> tables;
    private final Values values;
    private final Steps steps = new Steps();
    private final Optional<GivenColumns> given;

    /** @param given the tables that are measured where values are {@linkplain GivenValues given}; empty: all are */
    ReadingQuery(Map<String, ModelTable> tables, Map<String, MetricType> types, Optional<Set<String>> given) {
        this.tables = tables;
        this.values = new Values(types);
        this.given = given.map(measured -> new GivenColumns(measured, values, steps));
    }

    /**
     * @param layers the columns in the order of computation; the first layer is read from tables
     * @param segments layers of columns over all of those, each of which may use those before it
     * @param further layers of columns over all of those
     * @param shown the columns that the reading has, in order
     */
    Select<?> over(
            List<List<MetricColumn>> layers,
            List<Field<?>> segments,
            List<List<Field<?>>> further,
            List<String> shown) {
        addFoundation(layers.get(0));
        layers.stream().skip(1).forEach(this::addDerived);
        segments.forEach(this::addSegment);
        further.forEach(this::addLayer);
        List<Field<?>> columns = new ArrayList<>(List.of(DSL.field(DSL.quotedName("account_id"))));
        shown.forEach(name -> columns.add(DSL.field(DSL.quotedName(name))));
        return steps.with().select(columns).from(steps.last());
    }

    private void addFoundation(List<MetricColumn> columns) {
        Map<Boolean, List<MetricColumn>> measured = columns.stream()
                .collect(Collectors.partitioningBy(
                        column -> given.map(values -> values.measures(column)).orElse(true)));
        steps.add(new Foundation(tables, values, steps).of(measured.getOrDefault(true, List.of())));
        given.ifPresent(values -> {
            values.join(measured.getOrDefault(false, List.of()));
            values.replace(columns);
        });
    }

    private void addDerived(List<MetricColumn> layer) {
        if (layer.isEmpty()) {
            return;
        }
        addLayer(layer.stream().<Field<?>>map(this::derived).toList());
        given.ifPresent(columns -> columns.replace(layer));
    }

    private void addSegment(Field<?> segment) {
        addLayer(List.of(segment));
        given.ifPresent(columns -> columns.replaceSegment(segment));
    }

    private Field<?> derived(MetricColumn column) {
        Formula.Derived formula = (Formula.Derived) column.formula();
        return values.stored(column.name(), formula.value()).as(DSL.quotedName(column.name()));
    }

    private void addLayer(List<Field<?>> columns) {
        List<SelectFieldOrAsterisk> fields = new ArrayList<>(List.of(DSL.asterisk()));
        fields.addAll(columns);
        steps.add(DSL.select(fields).from(steps.last()));
    }
}
