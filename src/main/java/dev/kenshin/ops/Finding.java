package dev.kenshin.ops;

import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Severity;
import dev.kenshin.problem.Text;

/** A problem as a run report keeps it. */
public record Finding(String step, Severity severity, String code, String location, Text message, Text fix) {

    static Finding of(String step, Problem problem) {
        return new Finding(
                step,
                problem.severity(),
                problem.code(),
                problem.location().toString(),
                problem.message(),
                problem.fix());
    }

    /** Whether a person would read the same; several steps may stumble over one thing. */
    boolean saysTheSameAs(Finding other) {
        return code.equals(other.code) && location.equals(other.location) && message.equals(other.message);
    }
}
