package dev.kenshin.score;

import dev.kenshin.problem.Text;
import java.util.OptionalDouble;

/**
 * What one component would have to be, everything else staying as it is.
 *
 * @param key the component's name
 * @param words what a person reads: 「活用率を 35% 以上にする（今 28%）」
 * @param relation how the value is to be read
 * @param value in the metric's unit (0–100 for a rank); empty for texts
 * @param word the text, for metrics that are one
 * @param scoreNow the component's score, 0–100
 * @param scoreThen the same with that value
 * @param health the account's, with that value, and without the overrides that must be lifted first
 */
public record Raise(
        String key,
        Text words,
        Relation relation,
        OptionalDouble value,
        String word,
        double scoreNow,
        double scoreThen,
        double health) {

    /** How a value is meant. */
    public enum Relation {
        AT_LEAST,
        AT_MOST,
        BELOW,
        /** For texts, and for yes and no. */
        IS,
        /** A rank among the peers, at least. */
        RANK
    }

    /** By how much the component's own score would have to rise. */
    public double cost() {
        return scoreThen - scoreNow;
    }
}
