package dev.kenshin.housekeeping;

import dev.kenshin.config.KeepConfig;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was thinned out, or would be.
 *
 * @param newest the newest snapshot, from which everything counts back; empty where there is none, and so nothing goes
 * @param kept how many snapshots stay
 * @param dates the dates whose snapshots go
 * @param waiting snapshots that would go if they were not of a backfill that is under way
 * @param going what goes, part by part
 * @param lost comparisons that the next night will make otherwise
 * @param lostOfTrend how many snapshots of its last 90 days the next night will miss
 * @param compacted how many bytes the warehouse's file became smaller by; empty where it was not written anew
 */
public record PruneResult(
        KeepConfig keep,
        Optional<LocalDate> newest,
        int kept,
        List<LocalDate> dates,
        List<LocalDate> waiting,
        List<Going> going,
        List<Windows.Lost> lost,
        long lostOfTrend,
        Optional<Long> compacted) {

    public long bytes() {
        return going.stream().mapToLong(Going::bytes).sum();
    }

    PruneResult compactedBy(long bytes) {
        return new PruneResult(keep, newest, kept, dates, waiting, going, lost, lostOfTrend, Optional.of(bytes));
    }
}
