package dev.kenshin.source.jdbc;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;

/** What can be wrong with a database, or with how its use is configured. */
final class JdbcProblems {
    private JdbcProblems() {}

    static Problem noUrl(SourceConfig config) {
        return Problem.error(
                "KEN-S02",
                config.options().at("url"),
                new Text(
                        "ソース「%s」に jdbc: で始まる url がありません。".formatted(config.name()),
                        "The source '%s' has no url that starts with 'jdbc:'.".formatted(config.name())),
                new Text(
                        "url: jdbc:postgresql://ホスト/データベース のように書いてください。",
                        "Write it like url: jdbc:postgresql://host/database."));
    }

    static Problem tableOrQuery(StreamConfig stream) {
        return Problem.error(
                "KEN-S02",
                stream.at(),
                new Text(
                        "ストリーム「%s」には table か query のどちらか一方が必要です。".formatted(stream.name()),
                        "The stream '%s' needs either table or query.".formatted(stream.name())),
                new Text("どちらか一方だけを書いてください。", "Write one of the two."));
    }

    static Problem unparsable(StreamConfig stream, String option, RuntimeException cause) {
        String reason = String.valueOf(cause.getMessage());
        return Problem.error(
                "KEN-S53",
                stream.options().at(option),
                new Text("SQL を解釈できません: %s".formatted(reason), "The SQL cannot be understood: %s".formatted(reason)),
                new Text(
                        "SQL を直すか、データベースにビューを作って table: に書いてください。",
                        "Correct it, or create a view in the database and name that as table:."));
    }

    static Problem writes(StreamConfig stream) {
        return Problem.error(
                "KEN-S54",
                stream.options().at("query"),
                new Text("query がデータを書き換えます。", "The query would change data."),
                new Text("読み取りだけの SELECT を書いてください。", "Write a SELECT that only reads."));
    }

    static SourceUnavailable cursorType(Location at, String column) {
        return new SourceUnavailable(Problem.error(
                "KEN-S52",
                at,
                new Text(
                        "列「%s」はカーソルにできません。".formatted(column),
                        "The column '%s' cannot be the cursor.".formatted(column)),
                new Text("整数・小数・日付・日時の列を指定してください。", "Name a column of whole numbers, decimals, dates or timestamps.")));
    }

    static SourceUnavailable cursorValue(Location at, String value) {
        return new SourceUnavailable(Problem.error(
                "KEN-S52",
                at,
                new Text(
                        "前回のカーソル「%s」または lookback がカーソル列の型と合いません。".formatted(value),
                        "The last cursor '%s', or the lookback, does not fit the type of the cursor column."
                                .formatted(value)),
                new Text(
                        "lookback は日時の列なら 1d のような期間、番号の列なら数で書いてください。",
                        "Write lookback as a duration such as 1d for dates and times, as a number for numbers.")));
    }

    static SourceUnavailable failed(Location at, String message, boolean connecting) {
        return new SourceUnavailable(
                connecting
                        ? Problem.error(
                                "KEN-S50",
                                at,
                                new Text("データベースに接続できません: " + message, "The database cannot be reached: " + message),
                                new Text(
                                        "サーバーの状態、url・user・password、ドライバーの jar が lib にあるかを確かめてください。",
                                        "Check the server, url, user and password, and that the driver's jar lies in lib."))
                        : Problem.error(
                                "KEN-S51",
                                at,
                                new Text("データベースのエラー: " + message, "The database reports: " + message),
                                new Text(
                                        "表と列の名前、権限を確かめてください。",
                                        "Check the names of table and columns, and the permissions.")));
    }
}
