package dev.kenshin.job;

import dev.kenshin.problem.Text;
import java.time.LocalDate;
import java.util.List;

/**
 * One snapshot with its old and its new scores side by side.
 *
 * @param versions the scorecards of either side
 * @param unmeasured components of the new scorecards of whose metrics nothing was kept
 * @param levels the levels that occur, the worst first
 * @param accounts in the order of the change, the largest fall first
 */
public record ReplayedDate(
        LocalDate asOf,
        List<Version> versions,
        List<Unmeasured> unmeasured,
        List<Level> levels,
        List<ReplayedAccount> accounts) {

    /**
     * A scorecard.
     *
     * @param before its hashes in the kept snapshot; none where it scored nobody
     * @param now its hash; empty where it scores nobody
     */
    public record Version(String scorecard, Text label, List<String> before, String now) {
        /** Whether it scores as it did. */
        public boolean same() {
            return before.equals(List.of(now));
        }
    }

    /** A component that counts as missing because nothing was kept of its metric. */
    public record Unmeasured(Text scorecard, String component, Text label, String metric) {}

    /** A level as people say it. */
    public record Level(String name, Text label) {}
}
