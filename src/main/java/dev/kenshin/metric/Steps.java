package dev.kenshin.metric;

import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.WithStep;
import org.jooq.impl.DSL;

/** The common table expressions of the reading, each of which may use those before it. */
final class Steps {
    private final List<CommonTableExpression<?>> steps = new ArrayList<>();

    /** The name by which later steps know this one. */
    Name add(Select<?> select) {
        Name name = DSL.quotedName("step_" + (steps.size() + 1));
        steps.add(name.as(select));
        return name;
    }

    Table<Record> last() {
        return DSL.table(DSL.quotedName("step_" + steps.size()));
    }

    WithStep with() {
        return DSL.with(steps.toArray(CommonTableExpression<?>[]::new));
    }
}
