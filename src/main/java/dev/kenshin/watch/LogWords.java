package dev.kenshin.watch;

import dev.kenshin.ops.StepReport;
import dev.kenshin.problem.Text;
import java.util.List;
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

    /** @param highlights what a reader of the tables would want to know first */
    static Text ended(String night, int exitCode, List<Text> highlights) {
        Text end = new Text(
                night + " が終わりました。終了コード " + exitCode + "。", night + " has ended with exit code " + exitCode + ".");
        return new Text(
                end.ja() + highlights.stream().map(Text::ja).collect(Collectors.joining()),
                end.en() + highlights.stream().map(words -> " " + words.en()).collect(Collectors.joining()));
    }
}
