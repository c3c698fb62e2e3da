package dev.kenshin.job;

import dev.kenshin.ops.Home;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A disk that is full, which is known by what the operating system or a database says. */
final class NoRoom {
    /** In English, Japanese and as Windows says it; the second is a limit of what one user may write. */
    private static final List<String> SAID = List.of(
            "No space left on device",
            "Disk quota exceeded",
            "空き領域がありません",
            "ディスク使用量制限を超過",
            "not enough space on the disk");

    private static final long FULL = 16 << 20;

    private NoRoom() {}

    /** The problem, if that is why something failed; several steps that fail for it say the same. */
    static Optional<Problem> problem(String step, Throwable failure, Home home) {
        return said(failure) ? Optional.of(problem(step, home)) : Optional.empty();
    }

    private static boolean said(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (SAID.stream().anyMatch(message::contains)) {
                return true;
            }
        }
        return false;
    }

    private static Problem problem(String step, Home home) {
        return isFull(home)
                ? Problem.error(
                        "KEN-J17",
                        Location.file(home.directory().toString()),
                        new Text("ディスクに空きがありません", "the disk is full"),
                        new Text(
                                "空きを作ってから同じコマンドを実行すると、止まった段階から再開します。古い結果は kenshin prune で減らせます。",
                                "Make room and run the same command; it goes on where it stopped. kenshin prune removes"
                                        + " old results."))
                : Problem.error(
                        "KEN-J17",
                        new Location.Named(step),
                        new Text("書き込み先のデータベースかディスクに空きがありません", "the database or disk that was written to is full"),
                        new Text(
                                "そこに空きを作ってから同じコマンドを実行すると、この段階から再開します。",
                                "Make room there and run the same command; it restarts at this step."));
    }

    private static boolean isFull(Home home) {
        try {
            return Files.getFileStore(home.directory()).getUsableSpace() < FULL;
        } catch (IOException e) {
            return true;
        }
    }
}
