package dev.kenshin.job;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLock;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Optional;

/** Lets a run into its home, which comes into being with the first one. */
public final class Admission {
    private Admission() {}

    /**
     * The lock of the home, or empty where another run holds it.
     *
     * @throws NightFailure if the home or its lock cannot be written; nothing has been done then
     */
    public static Optional<RunLock> to(Home home) {
        try {
            home.create();
            return RunLock.tryAcquire(home);
        } catch (IOException e) {
            Problem problem = NoRoom.problem("start", e, home).orElseGet(() -> unusable(home, e));
            throw new NightFailure(ExitCode.FAILED, List.of(problem));
        }
    }

    private static Problem unusable(Home home, IOException failure) {
        Text reason = reason(failure);
        return Problem.error(
                "KEN-J18",
                Location.file(home.directory().toString()),
                new Text("ホームに書き込めません: " + reason.ja(), "the home cannot be written to: " + reason.en()),
                new Text(
                        "ホームとその中のファイルがkenshinを実行するユーザーのもので、書き込めることを確かめてから、" + "同じコマンドを実行してください。",
                        "See that the home and the files in it belong to the user who runs kenshin, and can be written;"
                                + " then run the same command."));
    }

    /** That access is denied is said by the exception's kind alone, its message is the file. */
    private static Text reason(IOException failure) {
        String said = Failures.reason(failure);
        return failure instanceof AccessDeniedException
                ? new Text(said + "（アクセスが許可されていません）", said + " (permission denied)")
                : Text.same(said);
    }
}
