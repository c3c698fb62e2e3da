package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.util.List;

/** Compares what was read with what the warehouse holds: a chunk may be lost although the step reports success. */
final class Reconciliation {
    private Reconciliation() {}

    static void check(String what, long read, long kept) {
        if (read == kept) {
            return;
        }
        throw new NightFailure(
                ExitCode.FAILED,
                List.of(Problem.error(
                        "KEN-J04",
                        new Location.Named(what),
                        new Text(
                                "読み取りは「%d」件ですが、保存されたのは「%d」件です。".formatted(read, kept),
                                "'%d' rows were read, but '%d' were kept.".formatted(read, kept)),
                        new Text("同じコマンドでもう一度実行してください。", "Run the same command again."))));
    }
}
