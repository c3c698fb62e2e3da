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
    private static final Text ANOTHER_LIST = new Text(
            "忘れた人の一覧(forgotten.json)は、バックアップとは別の鍵(personal.key)で作られているか壊れているため、引き継いでいません。",
            "The list of those who were forgotten (forgotten.json) is damaged, or was made with another key (personal.key)"
                    + " than the backup's, and was not carried over.");

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
        restored.told().numbers().stream()
                .map(String::valueOf)
                .reduce((one, other) -> one + ", " + other)
                .ifPresent(numbers -> say(cameBack(numbers)));
        if (restored.told().foreign()) {
            say(ANOTHER_LIST);
        }
        say(new Text(
                "次の夜はここから続きます。kenshin doctor で確かめられます。",
                "The next night goes on from here. kenshin doctor looks whether all is well."));
        return (restored.told().isAny() ? ExitCode.WARNINGS : ExitCode.DONE).code();
    }

    private static Text cameBack(String numbers) {
        return new Text(
                "バックアップの後に忘れた人・取引先（kenshin forget --list の " + numbers
                        + "）のデータが、復元で戻りました。一覧は引き継いだため、夜に読み直されることはありません。"
                        + "戻った分は、同じ kenshin forget をもう一度実行して消してください。",
                "With the backup, data came back of those who were forgotten since (" + numbers
                        + " of kenshin forget --list). They stay on the list, so that no night reads them again; give the"
                        + " same kenshin forget once more to remove what came back.");
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
