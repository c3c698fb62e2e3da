package dev.kenshin.metric;

import dev.kenshin.config.Sql;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;

/** How a column of the reading comes about. */
sealed interface Formula {

    /** The model tables whose rows it reads itself. */
    Set<String> tables();

    /**
     * An aggregate over the rows of a pass.
     *
     * @param value already restricted to the rows of {@code filter}
     * @param whenNone the value where the pass has no row of {@code filter}
     */
    record Aggregated(Pass pass, Field<?> value, Optional<Filter> filter, OptionalDouble whenNone) implements Formula {
        @Override
        public Set<String> tables() {
            return Set.of(pass.table());
        }
    }

    /** The rows that count. */
    record Filter(Sql sql, Condition condition) {}

    /** A query that yields account_id and value. */
    record Queried(Select<?> select, Set<String> tables) implements Formula {}

    /**
     * An expression over the account's columns and metrics.
     *
     * @param needs the metrics it refers to
     */
    record Derived(Field<?> value, Set<String> needs, Set<String> tables) implements Formula {}
}
