package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A disk that is full, which is known by what the operating system or a database says. */
final class NoRoom {
    /**
     * In English, Japanese and as Windows says it; of the two kinds the second is a limit of what one user may write. The last
     * is what DuckDB says where it may spill no more: to the room that there was when it was opened, since we set no limit.
     */
    private static final List<String> SAID = List.of(
            "No space left on device",
            "Disk quota exceeded",
            "空き領域がありません",
            "ディスク使用量制限を超過",
            "not enough space on the disk",
            "max_temp_directory_size");

    /** Drivers of what lies in the home, and Java's own exceptions, which those throw as well. */
    private static final List<String> OF_THE_HOME = List.of("org.duckdb.", "org.h2.", "java.sql.");

    private NoRoom() {}

    /** The problem, if that is why something failed; several steps that fail for it say the same. */
    static Optional<Problem> problem(String step, Throwable failure, Home home) {
        if (!any(failure, NoRoom::says)) {
            return Optional.empty();
        }
        return Optional.of(any(failure, NoRoom::isOfServer) ? ofServer(step) : ofHome(home));
    }

    /** @throws NightFailure if that is why a run failed before it had a report, and nobody has explained it yet */
    static void check(Exception failure, Home home) {
        if (Failures.explained(failure).isEmpty()) {
            problem("start", failure, home).ifPresent(problem -> {
                throw new NightFailure(ExitCode.FAILED, List.of(problem));
            });
        }
    }

    private static boolean any(@Nullable Throwable failure, Predicate<Throwable> asked) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (asked.test(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return SAID.stream().anyMatch(message::contains);
    }

    /** How much room there is afterwards says nothing: what failed has given its room back, and quotas are not known. */
    private static boolean isOfServer(Throwable cause) {
        String name = cause.getClass().getName();
        return cause instanceof SQLException && OF_THE_HOME.stream().noneMatch(name::startsWith);
    }

    private static Problem ofHome(Home home) {
        return Problem.error(
                "KEN-J17",
                Location.file(home.directory().toString()),
                new Text("ディスクに空きがありません", "the disk is full"),
                new Text(
                        "空きを作るか割り当てを増やしてから同じコマンドを実行すると、止まった段階から再開します。"
                                + "kenshin prune は、まず古い公開ファイルと記録を消すので、すぐに空きができます。",
                        "Make room, or raise the quota, and run the same command; it goes on where it stopped. kenshin prune"
                                + " first deletes old published files and reports, which gives room at once."));
    }

    private static Problem ofServer(String step) {
        return Problem.error(
                "KEN-J17",
                new Location.Named(step),
                new Text("書き込み先のデータベースに空きがありません", "the database that was written to has no room left"),
                new Text(
                        "そこに空きを作ってから同じコマンドを実行すると、この段階から再開します。",
                        "Make room there and run the same command; it restarts at this step."));
    }
}
