package dev.kenshin.source.singer;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;

/** What can be wrong with a tap, or with how its use is configured. */
final class SingerProblems {
    private static final Text SEE_THE_LOG = new Text(
            "タップの最後の言葉と runs/latest/log.txt を見て原因を除いてから、同じコマンドを実行してください。",
            "See what it said last, and runs/latest/log.txt; remove the cause and run the same command.");

    private SingerProblems() {}

    static Problem noCommand(SourceConfig config) {
        return Problem.error(
                "KEN-S02",
                config.options().at("command"),
                new Text(
                        "ソース「%s」に command がありません。".formatted(config.name()),
                        "The source '%s' has no command.".formatted(config.name())),
                new Text("command: [taps/tap-tickets] のように書いてください。", "Write it like command: [taps/tap-tickets]."));
    }

    static Problem unknownCatalogUse(SourceConfig config, String word) {
        return Problem.error(
                "KEN-S03",
                config.options().at("catalog"),
                new Text("catalog「%s」はありません。".formatted(word), "There is no catalog '%s'.".formatted(word)),
                new Text("discover・properties・none のいずれかにしてください。", "Use one of: discover, properties, none."));
    }

    static Problem unreadableTimeout(SourceConfig config, String word) {
        return Problem.error(
                "KEN-S03",
                config.options().at("timeout"),
                new Text("timeout「%s」は読めません。".formatted(word), "The timeout '%s' cannot be read.".formatted(word)),
                new Text("30m、2h のような期間を書いてください。", "Write a duration such as 30m or 2h."));
    }

    static Problem secretWrittenOut(String name, Location at) {
        return Problem.error(
                "KEN-T10",
                at,
                new Text("秘密の値「%s」がそのまま書かれています。".formatted(name), "The secret '%s' is written out.".formatted(name)),
                new Text(
                        "環境変数なら ${名前}、ファイルなら ${file:場所} と書いてください。",
                        "Name a variable as ${NAME}, or a file as ${file:PATH}."));
    }

    static SourceUnavailable cannotStart(Location at, String program, Exception cause) {
        String reason = String.valueOf(cause.getMessage());
        return new SourceUnavailable(
                Problem.error(
                        "KEN-T01",
                        at,
                        new Text(
                                "タップ「%s」を起動できません: %s".formatted(program, reason),
                                "The tap '%s' cannot be started: %s".formatted(program, reason)),
                        new Text(
                                "command の場所(configの親フォルダから、または PATH)と、実行の権限を確かめてください。",
                                "Check where command points (from the folder that holds config, or by PATH), and that it may be"
                                        + " executed.")),
                cause);
    }

    static SourceUnavailable noCatalog(Location at, String excerpt) {
        return new SourceUnavailable(Problem.error(
                "KEN-T02",
                at,
                new Text(
                        "--discover の出力がカタログではありません: 「%s」".formatted(excerpt),
                        "What --discover gave is no catalog: '%s'".formatted(excerpt)),
                new Text(
                        "タップが --discover に対応していなければ、catalog: none と書いてください。",
                        "If the tap does not know --discover, write catalog: none.")));
    }

    static SourceUnavailable noStream(Location at, String name, Collection<String> offered) {
        Text among = Suggestion.among(name, offered);
        return new SourceUnavailable(Problem.error(
                "KEN-T03",
                at,
                new Text("タップにストリーム「%s」がありません。".formatted(name), "The tap has no stream '%s'.".formatted(name)),
                new Text("stream: を直してください。" + among.ja(), "Correct stream:. " + among.en())));
    }

    static SourceUnavailable exit(Location at, int code, String lastWords) {
        return new SourceUnavailable(Problem.error(
                "KEN-T04",
                at,
                new Text(
                        "タップが終了コード %d で失敗しました。最後の言葉: %s".formatted(code, lastWords),
                        "The tap failed with exit code %d. It said last: %s".formatted(code, lastWords)),
                SEE_THE_LOG));
    }

    static SourceUnavailable silent(Location at, Duration silence, String lastWords) {
        return new SourceUnavailable(Problem.error(
                "KEN-T05",
                at,
                new Text(
                        "タップから%d分のあいだ何も出力されなかったため、止めました。最後の言葉: %s".formatted(silence.toMinutes(), lastWords),
                        "The tap gave nothing for %d minutes and was stopped. It said last: %s"
                                .formatted(silence.toMinutes(), lastWords)),
                new Text(
                        "取得元とネットワークを確かめてください。時間のかかるタップなら timeout を延ばしてください。",
                        "Check the system it reads, and the network; for a tap that takes its time, extend timeout.")));
    }

    static SourceUnavailable garbled(Location at, TapOutput.Garbled.Flaw flaw, String lastWords) {
        Text what =
                switch (flaw) {
                    case NOT_UTF_8 -> new Text("タップの出力がUTF-8ではありません。", "The output of the tap is not UTF-8.");
                    case ENDLESS_LINE -> new Text("タップの出力の1行が長すぎます。", "A line of the tap is far too long.");
                    case NO_LINE_END -> new Text("タップの出力が行の途中で終わりました。", "The output of the tap ended within a line.");
                };
        return new SourceUnavailable(Problem.error(
                "KEN-T06",
                at,
                new Text(what.ja() + "最後の言葉: " + lastWords, what.en() + " It said last: " + lastWords),
                SEE_THE_LOG));
    }

    static SourceUnavailable noMessage(Location at, String excerpt) {
        return new SourceUnavailable(Problem.error(
                "KEN-T06",
                at,
                new Text(
                        "タップの出力の行がSingerのメッセージではありません: 「%s」".formatted(excerpt),
                        "A line of the tap is no message of Singer: '%s'".formatted(excerpt)),
                new Text(
                        "command が指すものがSingerのタップで、メッセージ以外を標準エラーに書くことを確かめてください。",
                        "Check that command is a Singer tap, which writes all but messages to standard error.")));
    }

    static SourceUnavailable batch(Location at) {
        return new SourceUnavailable(Problem.error(
                "KEN-T07",
                at,
                new Text("タップがレコードではなくBATCH(ファイル)を送りました。", "The tap sent files (BATCH) instead of records."),
                new Text("タップの設定から batch_config を取り除いてください。", "Take batch_config out of the tap's config.")));
    }

    static SourceUnavailable replaced(Location at) {
        return new SourceUnavailable(Problem.error(
                "KEN-T08",
                at,
                new Text("読んでいる間にタップが表の新しい版を始めました。", "The tap began a new version of the table while it was read."),
                new Text("もう一度実行すると、新しい版を初めから読みます。", "Run again: the new version is then read from its beginning.")));
    }

    static SourceUnavailable files(Location at, Path folder, Exception cause) {
        return new SourceUnavailable(
                Problem.error(
                        "KEN-T09",
                        at,
                        new Text(
                                "タップのファイルをフォルダ「%s」に書けません: %s".formatted(folder, cause.getMessage()),
                                "The tap's files cannot be written to the folder '%s': %s"
                                        .formatted(folder, cause.getMessage())),
                        new Text("folder の権限と空き容量を確かめてください。", "Check the permissions of folder, and the space.")),
                cause);
    }

    static SourceUnavailable inUse(Location at, Path folder) {
        return new SourceUnavailable(Problem.error(
                "KEN-T09",
                at,
                new Text(
                        "このタップを別の実行が使っています(%s)。".formatted(folder),
                        "Another run is using this tap (%s).".formatted(folder)),
                new Text("その実行が終わってから、もう一度実行してください。", "Run again when it has ended.")));
    }
}
