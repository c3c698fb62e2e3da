package dev.kenshin.source.http;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.net.URI;
import java.time.Duration;

/** What can go wrong on the way to a server and back. Addresses are shown without their queries. */
final class HttpProblems {
    private final Redaction redaction;

    HttpProblems(Redaction redaction) {
        this.redaction = redaction;
    }

    Problem hostNotAllowed(URI uri) {
        String host = Destinations.host(uri);
        return problem(
                "KEN-H01",
                uri,
                new Text("ホスト「%s」は許可されていません。".formatted(host), "The host '%s' is not allowed.".formatted(host)),
                new Text(
                        "正しい接続先なら allow-hosts に加えてください。",
                        "If it is where the data should come from, add it to allow-hosts."));
    }

    Problem privateAddress(URI uri, String address) {
        return problem(
                "KEN-H02",
                uri,
                new Text(
                        "「%s」は社内または自機のアドレス(%s)です。".formatted(uri.getHost(), address),
                        "'%s' is a private or local address (%s).".formatted(uri.getHost(), address)),
                new Text(
                        "意図したものなら allow-private-network: true を書いてください。",
                        "If that is meant, write allow-private-network: true."));
    }

    Problem notSecure(URI uri) {
        return problem(
                "KEN-H03",
                uri,
                new Text(
                        "「%s」は https ではありません。".formatted(redaction.of(uri)),
                        "'%s' is not https.".formatted(redaction.of(uri))),
                new Text(
                        "https のアドレスを書いてください。http は allow-private-network: true のときだけ使えます。",
                        "Write an https address; http is for allow-private-network: true only."));
    }

    Problem redirect(URI from, String to) {
        String shown = redaction.of(to.split("[?#]", 2)[0]);
        return problem(
                "KEN-H04",
                from,
                new Text(
                        "「%s」への転送には従えません。".formatted(shown),
                        "The redirect to '%s' cannot be followed.".formatted(shown)),
                new Text("接続先のアドレスを直してください。", "Correct the address that is called."));
    }

    Problem unreachable(URI uri, String why) {
        return problem(
                "KEN-H05",
                uri,
                new Text("接続できません: " + redaction.of(why), "The server cannot be reached: " + redaction.of(why)),
                new Text("ネットワークと接続先の状態を確かめてください。", "Check the network, and whether the server is up."));
    }

    Problem tooSlow(URI uri, Duration limit) {
        return problem(
                "KEN-H06",
                uri,
                new Text(
                        "%d秒以内に応答が終わりませんでした。".formatted(limit.toSeconds()),
                        "The answer did not end within %d seconds.".formatted(limit.toSeconds())),
                new Text("接続先の状態を確かめてください。", "Check whether the server is well."));
    }

    Problem tooLarge(URI uri, long limit) {
        return problem(
                "KEN-H07",
                uri,
                new Text(
                        "応答が上限(%dバイト)を超えました。".formatted(limit),
                        "The answer is larger than the limit of %d bytes.".formatted(limit)),
                new Text(
                        "ページの大きさを小さくするか、limits の response を上げてください。",
                        "Ask for smaller pages, or raise response in limits."));
    }

    Problem damaged(URI uri, String why) {
        return problem(
                "KEN-H08",
                uri,
                new Text(
                        "応答が途中で切れたか壊れています: " + redaction.of(why),
                        "The answer is truncated or damaged: " + redaction.of(why)),
                new Text(
                        "もう一度実行してください。続くときは接続先に問い合わせてください。",
                        "Run again; if it stays so, ask those who run the server."));
    }

    Problem refused(URI uri, Text why, Text fix) {
        return problem("KEN-H09", uri, redaction.of(why), redaction.of(fix));
    }

    Problem stillFailing(URI uri, int status, int attempts) {
        return problem(
                "KEN-H10",
                uri,
                new Text(
                        "状態コード %d が返り続けます。試行: %d回。".formatted(status, attempts),
                        "It still answers with status %d; attempts: %d.".formatted(status, attempts)),
                new Text("接続先の障害情報を確かめてください。", "Look whether the service reports an outage."));
    }

    Problem rateLimited(URI uri, Duration needed, Duration left) {
        return problem(
                "KEN-H11",
                uri,
                new Text(
                        "利用制限のため%d秒待つ必要がありますが、残りの待ち時間は%d秒です。".formatted(needed.toSeconds(), left.toSeconds()),
                        "A rate limit asks for a wait of %d seconds, and %d are left."
                                .formatted(needed.toSeconds(), left.toSeconds())),
                new Text(
                        "残りは次の夜に読まれます。今夜のうちに要るなら rate-limit の wait を長くしてください。",
                        "The rest is read next night; raise wait in rate-limit if it is needed sooner."));
    }

    Problem tooLong(URI uri, Duration asked, Duration longest) {
        return problem(
                "KEN-H14",
                uri,
                new Text(
                        "サーバーは%d秒待つよう求めていますが、マニフェストが許すのは%d秒までです。".formatted(asked.toSeconds(), longest.toSeconds()),
                        "The server asks for a wait of %d seconds, and the manifest allows %d."
                                .formatted(asked.toSeconds(), longest.toSeconds())),
                new Text(
                        "残りは次の夜に読まれます。待たせるならマニフェストの max_waiting_time_in_seconds を大きくしてください。",
                        "The rest is read next night; to wait instead, raise the manifest's max_waiting_time_in_seconds."));
    }

    Problem interrupted(URI uri) {
        return problem(
                "KEN-H12",
                uri,
                new Text("中断されました。", "It was interrupted."),
                new Text("同じコマンドで続きから実行できます。", "Give the same command again to go on."));
    }

    Problem impossible(URI uri, String why) {
        return problem(
                "KEN-H13",
                uri,
                new Text("この呼び出しは送れません: " + redaction.of(why), "This call cannot be sent: " + redaction.of(why)),
                new Text("アドレスとヘッダーの設定を直してください。", "Correct the address and headers in the configuration."));
    }

    private Problem problem(String code, URI uri, Text message, Text fix) {
        return Problem.error(code, new Location.Named(redaction.of(uri)), message, fix);
    }
}
