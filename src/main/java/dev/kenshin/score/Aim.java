package dev.kenshin.score;

import dev.kenshin.score.Raise.Relation;
import java.util.OptionalDouble;

/**
 * A value that a component could have.
 *
 * @param measurement with a value of that kind
 * @param bound the number that people are told; NaN for texts
 */
record Aim(Measurement measurement, Relation relation, double bound, String word) {

    /** Exactly at the bound. */
    static Aim at(Measurement now, double bound, boolean upwards) {
        return new Aim(with(now, bound), upwards ? Relation.AT_LEAST : Relation.AT_MOST, bound, "");
    }

    /** As close below the bound as a number can be. */
    static Aim below(Measurement now, double bound) {
        return new Aim(with(now, Math.nextDown(bound)), Relation.BELOW, bound, "");
    }

    static Aim word(Measurement now, String word) {
        return new Aim(
                new Measurement(Value.of(word), now.dataAgeDays(), now.percentile(), now.lastKnown()),
                Relation.IS,
                Double.NaN,
                word);
    }

    static Aim rank(Measurement now, double rank) {
        return new Aim(
                new Measurement(now.value(), now.dataAgeDays(), OptionalDouble.of(rank), now.lastKnown()),
                Relation.RANK,
                rank,
                "");
    }

    private static Measurement with(Measurement now, double value) {
        return new Measurement(Value.of(value), now.dataAgeDays(), now.percentile(), now.lastKnown());
    }
}
