package dev.kenshin.housekeeping;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.Home;
import dev.kenshin.ops.RunLock;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the lock of a home that exists and is whole, or says why not. */
final class Locked {
    private Locked() {}

    static RunLock of(Home home) throws IOException {
        requireHome(home);
        RunLock lock = RunLock.tryAcquire(home).orElseThrow(() -> busy(home.directory()));
        if (home.isBeingRestored()) {
            lock.close();
            throw halfRestored(home.directory());
        }
        return lock;
    }

    static void requireHome(Home home) {
        if (!Files.isDirectory(home.directory())) {
            throw noHome(home.directory());
        }
    }

    private static HousekeepingFailure noHome(Path directory) {
        return HousekeepingFailure.usage(
                "KEN-K03",
                directory,
                new Text("ホーム「" + directory + "」がありません。", "there is no home '" + directory + "'."),
                new Text("kenshin run と同じ --home を指定してください。", "Give the same --home as to kenshin run."));
    }

    private static HousekeepingFailure halfRestored(Path directory) {
        return HousekeepingFailure.failed(
                "KEN-K11",
                directory,
                new Text(
                        "バックアップの復元が途中で止まったため、何もしませんでした。",
                        "a restore of this home was killed half way, so nothing was done."),
                new Text(
                        "同じ kenshin restore のコマンドをもう一度実行すると、続きから終えます。",
                        "Give the same kenshin restore command again; it goes on where it stopped."));
    }

    static HousekeepingFailure busy(Path directory) {
        return new HousekeepingFailure(
                ExitCode.LOCKED,
                Problem.error(
                        "KEN-K01",
                        Location.file(directory.toString()),
                        new Text("別の実行が進行中のため、何もしませんでした。", "another run is going on, so nothing was done."),
                        new Text(
                                "終わってから同じコマンドを実行してください。様子は kenshin status で見られます。",
                                "Give the same command again when it has ended; see kenshin status.")));
    }
}
