package dev.kenshin.score;

import java.util.OptionalDouble;

/**
 * How a contributor stood in one snapshot: all that is needed to say why it moved.
 *
 * @param score 0–100; empty where the component did not count, and for overrides
 * @param weight 0–1, as the card states it; 0 for overrides
 * @param effectiveWeight 0–1, as it counted; 0 for overrides
 * @param contribution effective weight × (score − 100); an override's score after it − before
 * @param status {@linkplain Status#word() the word} for where the score came from
 * @param measured what was measured and how fresh it was, in any words that are equal exactly if both are
 */
public record Part(
        OptionalDouble score,
        double weight,
        double effectiveWeight,
        double contribution,
        String status,
        String measured) {

    /** How an override stood. */
    public static Part ofOverride(double contribution) {
        return new Part(OptionalDouble.empty(), 0, 0, contribution, "", "");
    }
}
