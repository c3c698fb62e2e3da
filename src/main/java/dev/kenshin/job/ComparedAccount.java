package dev.kenshin.job;

import dev.kenshin.problem.Text;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One account at two dates.
 *
 * @param owner who looks after it now
 * @param reason what moved its health most in the direction in which it went
 */
public record ComparedAccount(
        String accountId, String name, Optional<String> owner, State then, State now, Optional<Reason> reason) {

    /**
     * The account at one date.
     *
     * @param known whether the snapshot has a row of it
     * @param customer whether it was a customer: it had begun, and not all of its contracts had ended
     * @param group what it belonged to of what the comparison groups by; {@code -} where that is unknown
     */
    public record State(
            boolean known,
            boolean customer,
            String level,
            OptionalDouble health,
            Optional<String> scorecard,
            double arr,
            String group) {}

    /**
     * A component or an override.
     *
     * @param key the metric, or {@code override:<rule>}
     * @param values what the metric was and is; empty for an override
     * @param points by how much it moved health
     */
    public record Reason(String key, Text label, Text values, double points) {}

    /** Health now − then; empty where one of the two is unknown. */
    public OptionalDouble change() {
        return then.health().isPresent() && now.health().isPresent()
                ? OptionalDouble.of(now.health().getAsDouble() - then.health().getAsDouble())
                : OptionalDouble.empty();
    }
}
