package dev.kenshin.metric;

import dev.kenshin.model.ModelTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** @param withGiven whether values that are {@linkplain GivenValues given} stand in for measured ones */
    ReadingQuery(Map<String, ModelTable> tables, Map<String, MetricType> types, boolean withGiven) {
        this.tables = tables;
        this.values = new Values(types);
        this.given = withGiven ? Optional.of(new GivenColumns(values, steps)) : Optional.empty();
    }

    /**
     * @param layers the columns in the order of computation; the first layer is read from tables
     * @param segments layers of columns over all of those, each of which may use those before it
     * @param conditions columns over all of those; may be empty
     * @param shown the columns that the reading has, in order
     */
    Select<?> over(
            List<List<MetricColumn>> layers, List<Field<?>> segments, List<Field<?>> conditions, List<String> shown) {
        steps.add(new Foundation(tables, values, steps).of(layers.get(0)));
        given.ifPresent(GivenColumns::join);
        given.ifPresent(columns -> columns.replace(layers.get(0)));
        layers.stream().skip(1).forEach(this::addDerived);
        segments.forEach(this::addSegment);
        if (!conditions.isEmpty()) {
            addLayer(conditions);
        }
        List<Field<?>> columns = new ArrayList<>(List.of(DSL.field(DSL.quotedName("account_id"))));
        shown.forEach(name -> columns.add(DSL.field(DSL.quotedName(name))));
        return steps.with().select(columns).from(steps.last());
    }

    private void addDerived(List<MetricColumn> layer) {
        addLayer(layer.stream().<Field<?>>map(this::derived).toList());
        given.ifPresent(columns -> columns.replace(layer));
    }

    private void addSegment(Field<?> segment) {
        addLayer(List.of(segment));
        given.ifPresent(columns -> columns.replaceTexts(List.of(segment)));
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
