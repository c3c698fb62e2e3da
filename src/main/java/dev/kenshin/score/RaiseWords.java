package dev.kenshin.score;

import dev.kenshin.problem.Text;
import dev.kenshin.score.Raise.Relation;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** Puts raises into words. */
final class RaiseWords {
    private static final double SAME = 1e-9;

    private RaiseWords() {}

    static Raise raise(ComponentScore now, ComponentScore then, Aim aim, double health) {
        String unit = now.component().label().unit().orElse("");
        boolean yesOrNo = unit.equals("flag") && !Double.isNaN(aim.bound());
        return new Raise(
                now.key(),
                words(now, aim, unit, yesOrNo),
                yesOrNo ? Relation.IS : aim.relation(),
                Double.isNaN(aim.bound()) ? OptionalDouble.empty() : OptionalDouble.of(value(aim, yesOrNo)),
                aim.word(),
                now.score().orElse(0),
                then.score().orElse(0),
                health);
    }

    /** A flag that must be below 1 must be 0. */
    private static double value(Aim aim, boolean yesOrNo) {
        return yesOrNo && aim.relation() == Relation.BELOW ? 0 : aim.bound();
    }

    private static Text words(ComponentScore now, Aim aim, String unit, boolean yesOrNo) {
        Text label = now.component().label().label();
        if (aim.relation() == Relation.RANK) {
            return rank(label, now, aim);
        }
        Text goal = yesOrNo || aim.relation() == Relation.IS ? is(aim, unit, yesOrNo) : bound(aim, unit);
        Text today = today(now.value(), unit);
        return new Text(
                label.ja() + "を" + goal.ja() + "にする（今 " + today.ja() + "）",
                label.en() + ": " + goal.en() + " (now " + today.en() + ")");
    }

    private static Text rank(Text label, ComponentScore now, Aim aim) {
        String rank = Figures.of(aim.bound(), "").en();
        String today = Figures.of(now.score().orElse(0), "").en();
        return new Text(
                label.ja() + "の順位の点を " + rank + " 以上にする（今 " + today + "）",
                label.en() + ": a rank of at least " + rank + " among its peers (now " + today + ")");
    }

    private static Text is(Aim aim, String unit, boolean yesOrNo) {
        Text value = yesOrNo ? Figures.of(value(aim, true), unit) : Text.same(aim.word());
        return new Text("「" + value.ja() + "」", value.en());
    }

    private static Text bound(Aim aim, String unit) {
        Text figure = figure(aim.bound(), unit);
        return switch (aim.relation()) {
            case AT_MOST -> new Text(" " + figure.ja() + " 以下", "at most " + figure.en());
            case BELOW -> new Text(" " + figure.ja() + " 未満", "below " + figure.en());
            default -> new Text(" " + figure.ja() + " 以上", "at least " + figure.en());
        };
    }

    /** With all its digits where the usual ones would tell another number. */
    private static Text figure(double bound, String unit) {
        boolean ratio = unit.equals("ratio");
        double shown = ratio ? bound * 100 : bound;
        double rounded = Math.round(shown * (Math.abs(shown) < 1 ? 100 : 10)) / (Math.abs(shown) < 1 ? 100.0 : 10.0);
        return Math.abs(shown - rounded) <= SAME
                ? Figures.of(bound, unit)
                : Text.same(BigDecimal.valueOf(shown).toPlainString() + (ratio ? "%" : ""));
    }

    private static Text today(Value value, String unit) {
        if (value instanceof Value.Word word) {
            return Text.same(word.text());
        }
        return value instanceof Value.Rate rate
                ? Figures.of(rate.amount(), rate.per(), unit)
                : Figures.of(value.number(), unit);
    }
}
