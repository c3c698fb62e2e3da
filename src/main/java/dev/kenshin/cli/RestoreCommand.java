package dev.kenshin.cli;

import dev.kenshin.housekeeping.Backup;
import dev.kenshin.housekeeping.Restore;
import dev.kenshin.ops.ExitCode;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kenshin restore}: a home as it was when it was backed up. */
@Command(name = "restore", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Folders folders = new Folders();

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file = Path.of("");

    @Option(names = "--replace", descriptionKey = "replace")
    private boolean replace;

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    RestoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (dryRun) {
            say(new BackupWords(Backup.verify(file)).whole(file));
            return ExitCode.DONE.code();
        }
        Restore.Restored restored = new Restore(folders.home(), session.clock().instant()).run(file, replace);
        BackupWords words = new BackupWords(restored.manifest());
        say(new Text(
                "復元しました: " + folders.home().directory() + "（" + words.content().ja() + "）",
                "Restored: " + folders.home().directory() + " ("
                        + words.content().en() + ")."));
        restored.aside().ifPresent(aside -> say(aside(aside)));
        words.restoredRepository().ifPresent(this::say);
        say(new Text(
                "次の夜はここから続きます。kenshin doctor で確かめられます。",
                "The next night goes on from here. kenshin doctor looks whether all is well."));
        return ExitCode.DONE.code();
    }

    private static Text aside(Path aside) {
        return new Text(
                "前の中身は " + aside + " に移しました。要らなければ削除してください。",
                "What was there before lies in " + aside + "; delete it when you no longer need it.");
    }

    private void say(Text words) {
        session.terminal().out().println(words.in(session.language()));
        session.terminal().out().flush();
    }
}
