package dev.kenshin.housekeeping;

import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param code of what may be wrong with it
 * @param about what was looked at
 * @param found what there is
 * @param fix what to do; empty where all is well
 */
public record Check(String code, Mark mark, Text about, Text found, Optional<Text> fix) {

    /** How it is. */
    public enum Mark {
        GOOD,
        /** Needs a look. */
        LOOK,
        /** Keeps nights from running, or makes what they say wrong. */
        WRONG
    }

    static Check good(String code, Text about, Text found) {
        return new Check(code, Mark.GOOD, about, found, Optional.empty());
    }

    static Check look(String code, Text about, Text found, Text fix) {
        return new Check(code, Mark.LOOK, about, found, Optional.of(fix));
    }

    static Check wrong(String code, Text about, Text found, Text fix) {
        return new Check(code, Mark.WRONG, about, found, Optional.of(fix));
    }

    /** What a failure says, in one line. */
    static Text reason(Exception failure) {
        return Text.same(
                String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
    }

    /** A problem that something else has found. */
    public static Check of(Problem problem, Mark mark, Text about) {
        return new Check(problem.code(), mark, about, problem.message(), Optional.of(problem.fix()));
    }
}
