package dev.kenshin.source.imap;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceUnavailable;
import java.util.List;
import java.util.stream.Collectors;

/** What can be wrong between here and a folder of mail. */
final class ImapProblems {
    private static final int LISTED = 30;

    private ImapProblems() {}

    static SourceUnavailable failed(ImapOptions options, Wanted wanted, Failure failure) {
        Location at = options.at(wanted);
        return new SourceUnavailable(
                switch (failure.kind()) {
                    case UNREACHABLE -> unreachable(at, failure.words());
                    case UNTRUSTED -> untrusted(at, failure.words());
                    case LOGIN -> login(at, options.login(), failure.words());
                    case BUSY, REFUSED -> refused(at, failure.words());
                    case LOST -> lost(at, failure.words());
                });
    }

    static SourceUnavailable noFolder(Location at, String folder, List<String> known) {
        String nearest = Suggestion.closest(folder, known).orElse("-");
        String names =
                known.stream().limit(LISTED).collect(Collectors.joining(", ")) + (known.size() > LISTED ? ", …" : "");
        return new SourceUnavailable(Problem.error(
                "KEN-E04",
                at,
                new Text(
                        "フォルダー「%s」がありません。最も近い名前は「%s」です。".formatted(folder, nearest),
                        "There is no folder '%s'; the nearest one is '%s'.".formatted(folder, nearest)),
                new Text(
                        "folder にあるものを書いてください: %s。".formatted(names),
                        "Write one that there is as folder: %s.".formatted(names))));
    }

    static SourceUnavailable renumbered(Location at) {
        return new SourceUnavailable(Problem.error(
                "KEN-E06",
                at,
                new Text("読んでいる間にフォルダーが作り直されました。", "The folder was made anew while it was read."),
                new Text(
                        "もう一度実行してください。初めから読み直し、同じメールは重複しません。",
                        "Run again: it is read from its beginning, and no message counts twice.")));
    }

    static BrokenRecord broken(Place place, String words) {
        return new BrokenRecord(
                place,
                "KEN-E07",
                words,
                words.isEmpty()
                        ? new Text(
                                "このメールについてのサーバーの答えを解釈できません。",
                                "What the server tells of this message cannot be understood.")
                        : new Text("サーバーがこのメールを渡しません。", "The server does not hand out this message."),
                new Text(
                        "メールソフトで開けるか確かめ、壊れているなら移動するか削除してください。",
                        "See whether a mail program can open it; if it is damaged, move or delete it."));
    }

    private static Problem unreachable(Location at, String words) {
        return Problem.error(
                "KEN-E01",
                at,
                new Text("メールサーバーに接続できません: " + words, "The mail server cannot be reached: " + words),
                new Text(
                        "host と port、ネットワーク、サーバーの状態を確かめてから実行し直してください。",
                        "Check host and port, the network and the server, then run again."));
    }

    private static Problem untrusted(Location at, String words) {
        return Problem.error(
                "KEN-E02",
                at,
                new Text("メールサーバーとの暗号化が成立しません: " + words, "No trusted encryption with the mail server: " + words),
                new Text(
                        "host が証明書の名前と同じか、port と security の組み合わせが正しいかを確かめてください。社内の認証局なら、その証明書をJavaに登録してください。",
                        "Check that host is the name in the certificate, and that port and security fit each other. If the"
                                + " certificate is from your own authority, let Java trust that."));
    }

    private static Problem login(Location at, Login login, String words) {
        return Problem.error(
                "KEN-E03",
                at,
                new Text(
                        "「%s」のログインが拒まれました: %s".formatted(login.user(), words),
                        "The login of '%s' was refused: %s".formatted(login.user(), words)),
                login.byToken()
                        ? new Text(
                                "トークンが期限内で、IMAPの権限を持つかを確かめてください。",
                                "Check that the token is still valid and may use IMAP.")
                        : new Text(
                                "user と password、IMAPが許可されているか、アプリパスワードやOAuthが必要でないかを確かめてください。",
                                "Check user and password, that IMAP is allowed, and whether the server wants an app password"
                                        + " or OAuth."));
    }

    private static Problem refused(Location at, String words) {
        return Problem.error(
                "KEN-E05",
                at,
                new Text("メールサーバーが要求を拒みました: " + words, "The mail server refuses: " + words),
                new Text(
                        "フォルダーを読む権限と、サーバーの制限や稼働状況を確かめてください。",
                        "Check the right to read the folder, and the server's limits and state."));
    }

    private static Problem lost(Location at, String words) {
        return Problem.error(
                "KEN-E06",
                at,
                new Text("メールサーバーとの接続が切れました: " + words, "The connection to the mail server broke: " + words),
                new Text(
                        "もう一度実行してください。読み終えたメールの続きから読みます。",
                        "Run again: reading goes on after the last message that was kept."));
    }
}
