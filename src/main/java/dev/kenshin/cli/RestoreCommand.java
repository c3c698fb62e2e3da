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
            "KEN-K14 忘れた人の一覧(forgotten.json)を引き継げませんでした。鍵(personal.key)がないか、バックアップの鍵と違うか、どちらかの一覧が壊れています。"
                    + "このままでは、次の夜に忘れたはずの人のデータが読み込まれます。その前に kenshin forget をもう一度実行するか、"
                    + "正しい personal.key と forgotten.json をホームに置いてください。",
            "KEN-K14 The list of those who were forgotten (forgotten.json) could not be carried over: its key (personal.key) is missing"
                    + " or is not the backup's, or one of the lists is damaged. The next night would read them again. Before it"
                    + " runs, forget them once more, or put the right personal.key and forgotten.json into the home.");

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
