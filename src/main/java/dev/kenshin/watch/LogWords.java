package dev.kenshin.watch;

import dev.kenshin.ops.StepReport;
import dev.kenshin.problem.Text;
import java.util.stream.Collectors;

/** What lines of the log say of runs and steps, in words. */
final class LogWords {
    private LogWords() {}

    static Text began(String what) {
        return new Text(what + " を始めました。", what + " has begun.");
    }

    static Text ended(StepReport step) {
        String counts = step.counts().entrySet().stream()
                .filter(count -> count.getValue() != 0)
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
        String of = counts.isEmpty() ? "" : " " + counts;
        return new Text(step.name() + " が終わりました。" + counts, step.name() + " has ended." + of);
    }

    static Text ended(String night, int exitCode) {
        return new Text(
                night + " が終わりました。終了コード " + exitCode + "。", night + " has ended with exit code " + exitCode + ".");
    }
}
