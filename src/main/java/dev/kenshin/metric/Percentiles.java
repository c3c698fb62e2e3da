package dev.kenshin.metric;

import dev.kenshin.config.Reference;
import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.Component;
import dev.kenshin.config.ScorecardConfig.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/**
 * The columns that rank each account among its peers: those that the same card scores and that are in the same class.
 * (L + E / 2) / N × 100, of the N peers whose value is known, itself among them: L do worse, E are equal.
 */
final class Percentiles {
    private static final Condition ALWAYS = DSL.trueCondition();

    private final List<Field<?>> values = new ArrayList<>();
    private final List<Field<?>> ranks = new ArrayList<>();

    private Percentiles() {}

    /**
     * @param cards in order of priority
     * @param further those that score whoever they apply to
     */
    static Percentiles of(List<ScorecardConfig> cards, List<ScorecardConfig> further) {
        Percentiles percentiles = new Percentiles();
        Condition free = ALWAYS;
        for (ScorecardConfig card : cards) {
            percentiles.add(card, free.and(applies(card)));
            free = free.andNot(applies(card));
        }
        further.forEach(card -> percentiles.add(card, applies(card)));
        return percentiles;
    }

    private static Condition applies(ScorecardConfig card) {
        return DSL.condition(DSL.field(DSL.quotedName(MetricPlan.applies(card.name())), Boolean.class));
    }

    private void add(ScorecardConfig card, Condition scored) {
        for (Component component : card.components()) {
            if (component.scale() instanceof Scale.Percentile percentile) {
                String name = MetricPlan.percentile(card.name(), component.name());
                values.add(DSL.when(scored, value(component)).as(DSL.quotedName("value of " + name)));
                ranks.add(rank(number("value of " + name), percentile).as(DSL.quotedName(name)));
            }
        }
    }

    /** Columns over the metrics, segments and conditions, and then columns over those: each list a layer. */
    List<List<Field<?>>> layers() {
        return ranks.isEmpty() ? List.of() : List.of(values, ranks);
    }

    /** What the reading shows of them. */
    List<String> names() {
        return ranks.stream().map(Field::getName).toList();
    }

    private static Field<Double> value(Component component) {
        Field<Double> metric = number(component.metric().name());
        return component
                .per()
                .map(per -> metric.div(DSL.nullif(number(per.name()), DSL.inline(0.0))))
                .orElse(metric);
    }

    private static Field<Double> rank(Field<Double> value, Scale.Percentile percentile) {
        Field<?> peers = classOf(percentile.within());
        SortField<Double> worstFirst = percentile.higherIsBetter() ? value.asc() : value.desc();
        Field<Double> worse = DSL.rank()
                .over(DSL.partitionBy(peers).orderBy(worstFirst.nullsLast()))
                .minus(1)
                .cast(Double.class);
        Field<Double> equal = DSL.count().over(DSL.partitionBy(peers, value)).cast(Double.class);
        Field<Integer> all = DSL.count(value).over(DSL.partitionBy(peers));
        return DSL.when(
                value.isNotNull().and(all.ge(DSL.inline(percentile.atLeast()))),
                worse.plus(equal.div(DSL.inline(2.0))).mul(DSL.inline(100.0)).div(all.cast(Double.class)));
    }

    private static Field<?> classOf(Optional<Reference> segment) {
        return segment.<Field<?>>map(name -> DSL.field(DSL.quotedName(name.name())))
                .orElse(DSL.inline(1));
    }

    private static Field<Double> number(String column) {
        return DSL.field(DSL.quotedName(column), Double.class);
    }
}
