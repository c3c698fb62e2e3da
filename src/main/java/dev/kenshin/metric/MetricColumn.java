package dev.kenshin.metric;

import dev.kenshin.config.Sql;
import java.util.Set;

/**
 * A column of the reading: a metric, or what one needs on the way.
 *
 * @param sql what a person wrote for it; problems are reported there
 */
record MetricColumn(String name, Formula formula, Sql sql) {

    /** The names of the columns that must be computed before. */
    Set<String> needs() {
        return formula instanceof Formula.Derived derived ? derived.needs() : Set.of();
    }
}
