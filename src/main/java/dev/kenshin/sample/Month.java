package dev.kenshin.sample;

import java.time.YearMonth;

/**
 * One month of a customer's hidden life.
 *
 * @param since how many months the phase has lasted, 0 in its first
 * @param age whole months since the contract began
 * @param vigor how well the product serves the customer, 0 (not at all) to 1
 */
record Month(YearMonth of, Phase phase, int since, int age, double vigor) {

    boolean is(Phase asked) {
        return phase == asked;
    }

    /** Share (0–1) of the registered users who work with the product. */
    double reach() {
        return Math.min(0.9, 0.08 + 0.9 * vigor);
    }

    /** How often such a user opens the product on a working day, relative to others. */
    double frequency() {
        return 0.2 + 0.8 * vigor;
    }

    /** How many features are used, the login aside: 1 to 7. */
    int breadth() {
        return 1 + (int) Math.round(6 * Math.min(1, vigor * 1.1));
    }
}
