package dev.kenshin.watch;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.RunReport;
import java.util.concurrent.CompletableFuture;

/** One way of telling the world outside how a run fares. What goes wrong with it is told as a problem, never thrown. */
interface Watcher {

    /** A run begins; comes back at once. */
    default void began(RunReport report) {}

    /**
     * A run has ended.
     *
     * @return done when the world has been told, or never will be
     */
    CompletableFuture<?> ended(RunReport report);

    /**
     * A command came to its end without a run: there was nothing to do, or it could not begin. Not called where another run
     * goes on, which tells of itself.
     */
    default CompletableFuture<?> endedWithoutRun(ExitCode code) {
        return CompletableFuture.completedFuture(null);
    }
}
