package dev.kenshin.ops;

import dev.kenshin.gate.Gate;
import dev.kenshin.gate.Judgement;
import dev.kenshin.gate.Outcome;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a quality gate said in a run.
 *
 * @param measured in the gate's unit; null where nothing was measured
 * @param warnAbove null: never
 * @param blockAbove null: never
 */
public record GateReport(
        String step,
        Gate gate,
        String subject,
        @Nullable Double measured,
        @Nullable Double warnAbove,
        @Nullable Double blockAbove,
        Outcome outcome) {

    static GateReport of(String step, Judgement judgement) {
        return new GateReport(
                step,
                judgement.gate(),
                judgement.subject(),
                number(judgement.measured()),
                number(judgement.limits().warn()),
                number(judgement.limits().block()),
                judgement.outcome());
    }

    /** Whether it stopped the night, and a person may say that what it found is right. */
    public boolean mayBeAccepted() {
        return outcome == Outcome.BLOCKED && gate.isAcceptable();
    }

    /** How to say so: {@code --accept KEN-L02:crm.contracts}. */
    public String acceptance() {
        return "--accept " + gate.code() + ":" + subject;
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
