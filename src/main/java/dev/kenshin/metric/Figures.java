package dev.kenshin.metric;

import dev.kenshin.config.MetricConfig.Change;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The formulas that have a form of their own in the configuration. */
final class Figures {
    private static final double PERCENT = 100;

    private Figures() {}

    /**
     * NPS = 100 × (promoters 9–10 − detractors 0–6) ÷ answers. An answer without a score from 0 to 10 is none.
     *
     * @param atLeast unknown below so many answers
     */
    static Field<?> netPromoterScore(Field<?> score, int atLeast) {
        Field<Integer> points = DSL.field("{0}", SQLDataType.INTEGER, score);
        Field<Integer> answers = rows(points.between(0, 10));
        Field<Integer> lead = rows(points.between(9, 10)).sub(rows(points.between(0, 6)));
        return DSL.when(
                answers.ge(DSL.inline(Math.max(1, atLeast))),
                DSL.inline(PERCENT).mul(lead).div(answers));
    }

    private static Field<Integer> rows(Condition condition) {
        return DSL.count().filterWhere(condition);
    }

    /** Whole days from the last date in the column up to D. */
    static Field<?> daysSinceLast(String column) {
        return Dialect.AS_OF.sub(DSL.max(DSL.field(DSL.quotedName(column)).cast(SQLDataType.LOCALDATE)));
    }

    /** now − before, or now ÷ before − 1, which is unknown where there was nothing before. */
    static Field<?> change(String now, String before, Change.Kind kind) {
        return kind == Change.Kind.DIFFERENCE
                ? number(now).sub(number(before))
                : number(now).div(DSL.nullif(number(before), 0.0)).sub(1.0);
    }

    private static Field<Double> number(String column) {
        return DSL.field(DSL.quotedName(column), SQLDataType.DOUBLE);
    }
}
