package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.util.List;

/** A restore that was killed while it moved things leaves a home that is neither the old nor the new one. */
final class UnfinishedRestore {
    private UnfinishedRestore() {}

    /** @throws NightFailure if there was one; to be asked while the run lock is held */
    static void check(Home home) {
        if (home.isBeingRestored()) {
            throw new NightFailure(
                    ExitCode.FAILED,
                    List.of(Problem.error(
                            "KEN-K11",
                            Location.file(home.directory().toString()),
                            new Text(
                                    "バックアップの復元が途中で止まったため、実行しません。",
                                    "a restore of this home was killed half way, so nothing is run."),
                            new Text(
                                    "同じ kenshin restore のコマンドをもう一度実行すると、続きから終えます。",
                                    "Give the same kenshin restore command again; it goes on where it stopped."))));
        }
    }
}
