package dev.kenshin.metric;

import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** How values are kept, by the type of their column. */
record Values(Map<String, MetricType> types) {

    /** Numbers are finite or unknown: dividing by zero yields no figure that a score could use. */
    Field<?> stored(String column, Field<?> value) {
        if (types.get(column) == MetricType.TEXT) {
            return value;
        }
        Field<Double> number = DSL.cast(value, SQLDataType.DOUBLE);
        return DSL.field("case when isfinite({0}) then {0} end", SQLDataType.DOUBLE, number);
    }
}
