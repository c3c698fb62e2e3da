package dev.kenshin.gate;

import dev.kenshin.config.Limits;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one gate says of one thing.
 *
 * @param subject a stream, mapping or usage source; {@code scores} or {@code records} where it is all of them
 * @param measured in the gate's unit; empty where nothing could be measured
 * @param expected what it was compared with; empty where it is compared with nothing
 * @param problem what a person should know; of a gate that was passed there is none
 * @param note why nothing was measured, or what was left out; empty where there is nothing to say
 */
public record Judgement(
        Gate gate,
        String subject,
        OptionalDouble measured,
        OptionalDouble expected,
        Limits limits,
        Outcome outcome,
        Optional<Problem> problem,
        Text note) {
    private static final Text NOTHING = Text.same("");

    /** Makes the problem of what was measured, once it is known that there is one. */
    @FunctionalInterface
    public interface Finding {
        Problem problem();
    }

    /** What follows from the limits. */
    public static Judgement of(
            Gate gate, String subject, double measured, OptionalDouble expected, Limits limits, Finding finding) {
        Outcome outcome = limits.block(measured)
                ? Outcome.BLOCKED
                : limits.areExceededBy(measured) ? Outcome.WARNED : Outcome.PASSED;
        Optional<Problem> problem = outcome == Outcome.PASSED ? Optional.empty() : Optional.of(finding.problem());
        return new Judgement(gate, subject, OptionalDouble.of(measured), expected, limits, outcome, problem, NOTHING);
    }

    /** Nothing could be measured, and why. */
    public static Judgement notMeasured(Gate gate, String subject, Limits limits, Text why) {
        return new Judgement(
                gate,
                subject,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                limits,
                Outcome.NOT_MEASURED,
                Optional.empty(),
                why);
    }

    public boolean isBlocked() {
        return outcome == Outcome.BLOCKED;
    }

    /** The same with another outcome. */
    public Judgement as(Outcome other) {
        return new Judgement(gate, subject, measured, expected, limits, other, problem, note);
    }

    /** The same, if nothing is said yet, with what was left out. */
    public Judgement noting(Text words) {
        return note.ja().isEmpty()
                ? new Judgement(gate, subject, measured, expected, limits, outcome, problem, words)
                : this;
    }
}
