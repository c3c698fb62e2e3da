package dev.kenshin.job;

import dev.kenshin.problem.Text;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An account's score as it was kept and as it is anew.
 *
 * @param before empty where the account was not scored by a card that is looked at
 * @param reason what moved the health or the level most
 */
public record ReplayedAccount(
        String accountId,
        String name,
        Optional<String> owner,
        Optional<State> before,
        Optional<State> now,
        Optional<Reason> reason) {
    /** What a sum in another order may differ by. */
    private static final double EQUAL = 1e-9;

    /**
     * One of the two scores.
     *
     * @param scorecard empty where none applied
     * @param hash the version of the scorecard
     * @param coverage 0–1
     */
    public record State(
            Optional<String> scorecard, Optional<String> hash, OptionalDouble health, String level, double coverage) {}

    /**
     * Why.
     *
     * @param points of the health; 0 where the reason is not a component
     */
    public record Reason(Text words, double points) {}

    /** New less old; empty where one of them is unknown. */
    public OptionalDouble change() {
        OptionalDouble old = before.map(State::health).orElse(OptionalDouble.empty());
        OptionalDouble anew = now.map(State::health).orElse(OptionalDouble.empty());
        return old.isPresent() && anew.isPresent()
                ? OptionalDouble.of(anew.getAsDouble() - old.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Whether anything about the score differs: health, level, coverage, or the card that it is of. */
    public boolean differs() {
        return healthDiffers()
                || changesLevel()
                || coverageDiffers()
                || !card(before).equals(card(now));
    }

    public boolean healthDiffers() {
        OptionalDouble change = change();
        return change.isPresent() ? Math.abs(change.getAsDouble()) > EQUAL : known(before) != known(now);
    }

    /** Whether a card that scores as it did comes to another health: what it looks at besides has changed since. */
    public boolean differsByItself() {
        return healthDiffers() && before.flatMap(State::hash).equals(now.flatMap(State::hash));
    }

    public boolean changesLevel() {
        return !level(before).equals(level(now));
    }

    public boolean coverageDiffers() {
        return Math.abs(coverage(now) - coverage(before)) > EQUAL;
    }

    /** Empty where there is no score at all. */
    public static String level(Optional<State> state) {
        return state.map(State::level).orElse("");
    }

    private static boolean known(Optional<State> state) {
        return state.filter(each -> each.health().isPresent()).isPresent();
    }

    private static double coverage(Optional<State> state) {
        return state.map(State::coverage).orElse(0.0);
    }

    private static Optional<String> card(Optional<State> state) {
        return state.flatMap(State::scorecard);
    }
}
