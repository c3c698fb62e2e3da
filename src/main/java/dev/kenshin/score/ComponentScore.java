package dev.kenshin.score;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What one component did to an account's health.
 *
 * @param value as measured, also where it was too old to count
 * @param freshness 0–1: how much of the score stands on what is known; 0 where another score stands in for it
 * @param score 0–100; empty where the component was excluded
 * @param effectiveWeight 0–1: the component's share in the health; 0 where it was excluded, where a worse or better one
 *     decided, or where the account has no score at all
 * @param contribution effective weight × (score − 100)
 * @param dataAgeDays empty where nothing ages, or there were no data
 */
public record ComponentScore(
        Component component,
        Value value,
        OptionalDouble score,
        double freshness,
        double effectiveWeight,
        double contribution,
        Status status,
        OptionalInt dataAgeDays)
        implements Contributor {

    @Override
    public String key() {
        return component.name();
    }
}
