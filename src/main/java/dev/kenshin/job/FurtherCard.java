package dev.kenshin.job;

import dev.kenshin.score.Scorecard;

/**
 * A scorecard that scores whoever it applies to, besides the one that decides an account's health.
 *
 * @param shown whether its scores are published; else they are kept only
 */
record FurtherCard(Scorecard card, boolean shown) {

    /** {@code further} or {@code shadow}, as it is kept. */
    String kind() {
        return shown ? "further" : "shadow";
    }
}
