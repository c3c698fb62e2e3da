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
        if (days.isPresent()) {
            String column = time.or(this::ownTime).orElseThrow();
            return isOwn(column) ? inWindow(column) : exist.and(inWindow(column));
        }
        return exist.and(time.map(Pass::happened).orElse(DSL.noCondition()));
    }

    /** Not dated after D. */
    static Condition existed(String column) {
        return happened(column).or(column(column).isNull());
    }

    private static Condition happened(String column) {
        return column(column).lt(startOf(1));
    }

    private Condition inWindow(String column) {
        int length = days.orElseThrow();
        int end = 1 - windowsBack * length;
        return column(column).ge(startOf(end - length)).and(column(column).lt(startOf(end)));
    }

    private boolean isOwn(String column) {
        return ownTime.filter(column::equals).isPresent();
    }

    /** Midnight at the start of D or another day; to compare with it leaves the column bare, so that blocks are skipped. */
    private static Field<Object> startOf(int daysAfter) {
        return Dialect.AS_OF.add(DSL.inline(daysAfter));
    }

    private static Field<Object> column(String name) {
        return DSL.field(DSL.quotedName(name));
    }
}
