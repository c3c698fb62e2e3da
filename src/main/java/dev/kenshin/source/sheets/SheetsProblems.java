package dev.kenshin.source.sheets;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;

/** What can be wrong between here and a spreadsheet. */
final class SheetsProblems {
    private SheetsProblems() {}

    static SourceUnavailable credentials(Location at) {
        return new SourceUnavailable(
                Problem.error(
                        "KEN-G01",
                        at,
                        new Text(
                                "credentials がサービスアカウントの鍵でも、承認済みユーザーのJSONでもありません。",
                                "The credentials are neither a service account's key nor an authorised user's JSON."),
                        new Text(
                                "Google Cloudコンソールでサービスアカウントの鍵をJSONで作り、そのファイルを credentials に指定してください。",
                                "Create a key of the service account as JSON in the Google Cloud console, and name that file.")));
    }

    /** Values that were read twice do not fit each other, however often. */
    static SourceUnavailable changing(Location at) {
        return new SourceUnavailable(Problem.error(
                "KEN-G10",
                at,
                new Text("読んでいる間にスプレッドシートが何度も変わりました。", "The spreadsheet kept changing while it was read."),
                new Text("編集が終わってから実行し直してください。", "Run again when nobody edits it.")));
    }

    static SourceUnavailable failed(SheetsOptions options, Identity identity, Failure failure) {
        return new SourceUnavailable(
                switch (failure.kind()) {
                    case SIGN_IN -> signIn(options, failure);
                    case NOT_SHARED -> notShared(options, identity, failure);
                    case API_OFF -> apiOff(options, failure);
                    case NO_SPREADSHEET -> noSpreadsheet(options);
                    case OTHER_DOCUMENT -> otherDocument(options, failure);
                    case REFUSED -> refused(options, failure);
                    case QUOTA -> quota(options, failure);
                    case DOWN, UNREACHABLE -> down(options, failure);
                    case GARBLED -> garbled(options, failure);
                });
    }

    private static Problem signIn(SheetsOptions options, Failure failure) {
        return Problem.error(
                "KEN-G02",
                options.at(),
                new Text("Googleへのサインインが拒まれました: " + failure.words(), "Google refused the sign-in: " + failure.words()),
                new Text(
                        "鍵が削除・無効化されていないか、トークンが期限内で、スプレッドシートを読む権限(spreadsheets.readonly)を持つかを確かめてください。",
                        "Check that the key was not deleted, or that the token is still valid and may read spreadsheets"
                                + " (spreadsheets.readonly)."));
    }

    private static Problem notShared(SheetsOptions options, Identity identity, Failure failure) {
        String ja = identity.account().orElse("サインインしているユーザー");
        String en = identity.account().orElse("the person who signed in");
        return Problem.error(
                "KEN-G03",
                options.at(),
                new Text(
                        "スプレッドシートを読む権限がありません: " + failure.words(),
                        "The spreadsheet may not be read: " + failure.words()),
                new Text(
                        "スプレッドシートの「共有」で %s を閲覧者に加えてください。".formatted(ja),
                        "Share the spreadsheet with %s, as a viewer.".formatted(en)));
    }

    private static Problem apiOff(SheetsOptions options, Failure failure) {
        return Problem.error(
                "KEN-G04",
                options.at(),
                new Text(
                        "Google Sheets APIが有効ではありません: " + failure.words(),
                        "The Google Sheets API is off: " + failure.words()),
                new Text(
                        "Google Cloudコンソールで、鍵を作ったプロジェクトのGoogle Sheets APIを有効にしてください。",
                        "Enable the Google Sheets API in the Google Cloud console, for the project of the key."));
    }

    private static Problem noSpreadsheet(SheetsOptions options) {
        return Problem.error(
                "KEN-G05",
                options.at(),
                new Text(
                        "IDが「%s」のスプレッドシートはありません。".formatted(options.id()),
                        "There is no spreadsheet with the id '%s'.".formatted(options.id())),
                new Text(
                        "ブラウザーで開いたときのURLを spreadsheet に書き直してください。",
                        "Copy the URL that the browser shows into spreadsheet again."));
    }

    private static Problem otherDocument(SheetsOptions options, Failure failure) {
        return Problem.error(
                "KEN-G06",
                options.at(),
                new Text(
                        "Googleスプレッドシートではありません: " + failure.words(),
                        "This is no Google spreadsheet: " + failure.words()),
                new Text(
                        "ドライブに置いたExcelファイルなら、開いて「ファイル > Google スプレッドシートとして保存」を選び、新しいURLを書いてください。",
                        "If it is an Excel file on Drive, open it, choose File > Save as Google Sheets, and write the new URL."));
    }

    private static Problem quota(SheetsOptions options, Failure failure) {
        return Problem.error(
                "KEN-G07",
                options.at(),
                new Text(
                        "Google Sheets APIの割り当てを使い切り、待っても空きませんでした: " + failure.words(),
                        "The quota of the Google Sheets API is used up, and waiting did not help: " + failure.words()),
                new Text(
                        "同じプロジェクトを使うほかのプログラムと時間をずらすか、割り当ての引き上げを申請してください。",
                        "Run at another time than other programs of the same project, or apply for a larger quota."));
    }

    private static Problem down(SheetsOptions options, Failure failure) {
        return Problem.error(
                "KEN-G08",
                options.at(),
                new Text(
                        "Google Sheetsに接続できないか、答えがありません: " + failure.words(),
                        "Google Sheets cannot be reached, or does not answer: " + failure.words()),
                new Text(
                        "ネットワークとプロキシ、Google Workspaceの稼働状況を確かめてから実行し直してください。",
                        "Check the network, the proxy and the Google Workspace status dashboard, then run again."));
    }

    private static Problem garbled(SheetsOptions options, Failure failure) {
        return Problem.error(
                "KEN-G09",
                options.at(),
                new Text(
                        "Google Sheetsの答えが途中で切れているか、読めません: " + failure.words(),
                        "The answer of Google Sheets is cut off or cannot be understood: " + failure.words()),
                new Text(
                        "プロキシが通信を書き換えていないか、root-url が正しいかを確かめてください。",
                        "Check that no proxy changes what passes, and that root-url, if there is one, is right."));
    }

    private static Problem refused(SheetsOptions options, Failure failure) {
        return Problem.error(
                "KEN-G11",
                options.at(),
                new Text(
                        "Google Sheetsが要求を拒みました: " + failure.words(),
                        "Google Sheets refused the request: " + failure.words()),
                new Text("sheet と range を確かめてください。", "Check sheet and range."));
    }
}
