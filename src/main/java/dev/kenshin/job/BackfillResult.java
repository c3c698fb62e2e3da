package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a backfill ended.
 *
 * @param computed the dates that were computed in this run
 * @param there how many of the dates asked for there were before
 * @param published the snapshot that was published again, with the new history
 */
public record BackfillResult(ExitCode exitCode, List<LocalDate> computed, int there, Optional<LocalDate> published) {

    /** For a backfill that did nothing, since another run was going on. */
    static BackfillResult locked() {
        return new BackfillResult(ExitCode.LOCKED, List.of(), 0, Optional.empty());
    }
}
