package dev.kenshin.cli;

import dev.kenshin.housekeeping.Manifest;
import dev.kenshin.housekeeping.Sizes;
import dev.kenshin.problem.Text;
import java.nio.file.Path;
import java.util.Optional;

/** What there is to say of a backup. */
record BackupWords(Manifest manifest) {

    Text written(Path file, String size) {
        return new Text(
                "バックアップを作り、読み直して確かめました: " + file + "（" + size + "、" + content().ja() + "）",
                "Backed up, and read back: " + file + " (" + size + "; "
                        + content().en() + ").");
    }

    Text whole(Path file) {
        return new Text(
                "すべてのファイルが作成時と一致します: " + file + "（" + content().ja() + "）",
                "Every file is as it was written: " + file + " (" + content().en() + ").");
    }

    Text content() {
        String asOf = manifest.asOf() == null ? "-" : manifest.asOf();
        String bytes = Sizes.words(manifest.bytes());
        return new Text(
                "中身 " + bytes + "、基準日 " + asOf + "、" + manifest.made() + " 作成、Kenshin " + manifest.kenshin(),
                bytes + " of files, as of " + asOf + ", made " + manifest.made() + ", Kenshin " + manifest.kenshin());
    }

    Text secrets() {
        return manifest.secrets()
                ? new Text(
                        "更新トークンなどの秘密と個人データを含みます。読めるのは所有者だけです（600）。移すときも他人に見せないでください。",
                        "It holds personal data, and secrets such as refresh tokens. Only its owner can read it (600); keep it so"
                                + " wherever it goes.")
                : new Text(
                        "secrets と taps は含めていません。復元した後、それらのソースは設定にあるトークンから始まります。",
                        "Without secrets and taps: after a restore those sources begin with the tokens of the configuration.");
    }

    /** What else has to be backed up. */
    Optional<Text> repository() {
        return Optional.ofNullable(manifest.repository())
                .map(server -> new Text(
                        "ジョブの記録は " + server + " にあり、含まれていません。同じ時にサーバーの方法（pg_dump など）で保存してください。",
                        "The job repository lies on " + server
                                + " and is not in it. Back it up at the same time, by the means of the"
                                + " server, such as pg_dump."));
    }

    Optional<Text> restoredRepository() {
        return Optional.ofNullable(manifest.repository())
                .map(server -> new Text(
                        "ジョブの記録は " + server
                                + " にあります。同じ時のものに戻してください。新しいままだと、このバックアップより後の夜は完了とみなされます（kenshin doctor が示します）。",
                        "The job repository lies on " + server
                                + ": restore the one of the same time. While it is newer, nights after"
                                + " this backup count as complete (kenshin doctor shows them)."));
    }
}
