package dev.kenshin.metric;

import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The rows that one reading of a table looks at. Metrics with an equal pass share it; windows of different length do
 * not, because that makes the database look at every row of the longest once for each of them.
 *
 * @param ownTime the column that dates the table's rows as facts; rows dated after D do not exist
 * @param time the date column that was asked for; a row without it is not looked at
 * @param days the length of the window
 * @param windowsBack 0 for the window that ends on D, 1 for the one just before
 */
record Pass(String table, Optional<String> ownTime, Optional<String> time, OptionalInt days, int windowsBack) {

    /** Which rows are looked at. Without a window, rows without a date of their own are: they are not dated after D. */
    Condition rows() {
        Condition exist = ownTime.map(Pass::existed).orElse(DSL.noCondition());
        Condition asked = days.isPresent()
                ? time.or(this::ownTime).map(this::inWindow).orElseThrow()
                : time.map(Pass::happened).orElse(DSL.noCondition());
        return exist.and(asked);
    }

    /** Not dated after D. */
    static Condition existed(String column) {
        return happened(column).or(column(column).isNull());
    }

    private static Condition happened(String column) {
        return column(column).lt(daysBefore(-1));
    }

    private Condition inWindow(String column) {
        int length = days.orElseThrow();
        int last = windowsBack * length;
        return column(column).ge(daysBefore(last + length - 1)).and(column(column).lt(daysBefore(last - 1)));
    }

    /** Midnight at the start of the day that lies so many days before D. Comparing with it keeps indexes on time useful. */
    private static Field<Object> daysBefore(int days) {
        return Dialect.AS_OF.sub(DSL.inline(days));
    }

    private static Field<Object> column(String name) {
        return DSL.field(DSL.quotedName(name));
    }
}
