package dev.kenshin.cli;

import dev.kenshin.ops.RunReport;
import dev.kenshin.problem.Text;
import dev.kenshin.quarantine.NightCount;
import java.util.Locale;
import java.util.Optional;

/** Whether the quarantine grew so much in a night that somebody should look: by a fifth, and by five entries at least. */
final class QuarantineGrowth {
    private static final long AT_LEAST = 5;
    private static final double MUCH = 0.2;

    private QuarantineGrowth() {}

    /** What to say of the run; empty where there is nothing to say, or the report does not tell. */
    static Optional<Text> of(RunReport report) {
        long before = count(report, NightCount.BEFORE);
        long added = count(report, NightCount.ADDED);
        long resolved = count(report, NightCount.RESOLVED);
        long growth = added - resolved;
        return growth >= AT_LEAST && growth >= MUCH * before
                ? Optional.of(words(report, before, added, resolved))
                : Optional.empty();
    }

    private static Text words(RunReport report, long before, long added, long resolved) {
        long now = before + added - resolved;
        String command = "kenshin quarantine list --since " + report.run().asOf();
        return new Text(
                String.format(
                        Locale.ROOT,
                        "隔離が %,d件から %,d件に増えました（新規 %,d件、解消 %,d件）。内訳: %s",
                        before,
                        now,
                        added,
                        resolved,
                        command),
                String.format(
                        Locale.ROOT,
                        "The quarantine grew from %,d to %,d entries (%,d came, %,d left). See %s",
                        before,
                        now,
                        added,
                        resolved,
                        command));
    }

    private static long count(RunReport report, String what) {
        return report.steps().stream()
                .mapToLong(step -> step.counts().getOrDefault(what, 0L))
                .sum();
    }
}
