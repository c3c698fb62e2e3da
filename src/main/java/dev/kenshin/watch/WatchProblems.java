package dev.kenshin.watch;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.nio.file.Path;
import java.time.Duration;

/** What can go wrong with watching a run. The run itself goes on all the same. */
final class WatchProblems {
    private WatchProblems() {}

    static Problem unwritable(Path file, String why) {
        return Problem.warning(
                "KEN-W02",
                Location.file(file.toString()),
                new Text("Prometheus用のファイルを書けません: " + why, "the file for Prometheus cannot be written: " + why),
                new Text(
                        "フォルダーがあり、書き込めることを確かめてください。実行には影響していません。",
                        "Check that the folder exists and may be written to. The run itself is not affected."));
    }

    /** @param server without anything of the address that may be secret */
    static Problem pingFailed(String server, Text why) {
        return Problem.warning(
                "KEN-W03",
                new Location.Named("watch.ping"),
                new Text(
                        "「" + server + "」へのpingが届きません: " + why.ja(),
                        "the ping to '" + server + "' did not get through: " + why.en()),
                new Text(
                        "アドレスと接続先を確かめてください。実行には影響していません。",
                        "Check the address and the server. The run itself is not affected."));
    }

    static Problem notExported(String why) {
        return Problem.warning(
                "KEN-W04",
                new Location.Named("watch.traces"),
                new Text("トレースを送れません: " + why, "the trace could not be sent: " + why),
                new Text(
                        "OTEL_EXPORTER_OTLP_ENDPOINT または watch.traces と、コレクターを確かめてください(OTLP/HTTP、protobuf)。実行には影響していません。",
                        "Check OTEL_EXPORTER_OTLP_ENDPOINT or watch.traces, and the collector (OTLP over HTTP, protobuf)."
                                + " The run itself is not affected."));
    }

    static Problem tooSlow(Duration patience) {
        long seconds = patience.toSeconds();
        return Problem.warning(
                "KEN-W05",
                new Location.Named("watch"),
                new Text(
                        seconds + "秒以内に知らせ終わらなかったため、待つのをやめました。",
                        "telling of the run did not end within " + seconds + " seconds; it was given up."),
                new Text(
                        "pingとトレースの接続先を確かめてください。実行には影響していません。",
                        "Check the servers of ping and traces. The run itself is not affected."));
    }

    static Problem unexpected(Exception failure) {
        String why = failure.getClass().getSimpleName();
        return Problem.warning(
                "KEN-W06",
                new Location.Named("watch"),
                new Text("監視が予期せず失敗しました: " + why, "watching failed unexpectedly: " + why),
                new Text(
                        "ログを添えて開発元に知らせてください。実行には影響していません。", "Report it with the log. The run itself is not affected."));
    }
}
