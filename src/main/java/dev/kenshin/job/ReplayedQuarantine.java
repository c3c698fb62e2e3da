package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.quarantine.Group;
import java.time.LocalDate;
import java.util.List;

/**
 * What became of the quarantine, or would become of it.
 *
 * @param asOf the night that what came and went belongs to
 * @param scored whether there is a snapshot of that night, which then lacks what has become a row
 * @param before how many records mappings had set aside
 * @param passed of these, how many become rows
 * @param mended what was wrong with those that become rows
 * @param kept what is wrong with those that do not
 * @param fresh what is wrong with records that were rows before
 * @param unread how many rows could not be read, so that nothing of them has landed
 */
public record ReplayedQuarantine(
        ExitCode exitCode,
        LocalDate asOf,
        boolean scored,
        long before,
        long passed,
        List<Group> mended,
        List<Group> kept,
        List<Group> fresh,
        long unread) {

    /** For a replay that did nothing, since another run was going on. */
    static ReplayedQuarantine locked() {
        return new ReplayedQuarantine(
                ExitCode.LOCKED, LocalDate.EPOCH, false, 0, 0, List.of(), List.of(), List.of(), 0);
    }
}
