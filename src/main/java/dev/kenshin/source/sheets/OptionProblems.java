package dev.kenshin.source.sheets;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;

/** What can be wrong with the options of a source or stream. */
final class OptionProblems {
    private OptionProblems() {}

    static Problem spreadsheet(SourceConfig config, String spreadsheet) {
        return Problem.error(
                spreadsheet.isEmpty() ? "KEN-S02" : "KEN-S03",
                config.options().at("spreadsheet"),
                spreadsheet.isEmpty()
                        ? new Text(
                                "ソース「%s」に spreadsheet がありません。".formatted(config.name()),
                                "The source '%s' has no spreadsheet.".formatted(config.name()))
                        : new Text(
                                "spreadsheet「%s」はスプレッドシートのURLでもIDでもありません。".formatted(spreadsheet),
                                "The spreadsheet '%s' is neither a spreadsheet's URL nor its id."
                                        .formatted(spreadsheet)),
                new Text(
                        "ブラウザーでスプレッドシートを開いたときのURL(https://docs.google.com/spreadsheets/d/…)を書いてください。",
                        "Write the URL that the browser shows (https://docs.google.com/spreadsheets/d/…)."));
    }

    static Problem login(SourceConfig config) {
        return Problem.error(
                "KEN-S02",
                config.options().at("credentials"),
                new Text(
                        "ソース「%s」には credentials か token のどちらか一方が必要です。".formatted(config.name()),
                        "The source '%s' needs either credentials or token.".formatted(config.name())),
                new Text(
                        "credentials: '${file:/サービスアカウントの鍵.json}' のように書いてください。",
                        "Write it like credentials: '${file:/run/secrets/google.json}'."));
    }

    static Problem rootUrl(SourceConfig config, String url) {
        return Problem.error(
                "KEN-S03",
                config.options().at("root-url"),
                new Text("root-url「%s」は使えません。".formatted(url), "The root-url '%s' cannot be used.".formatted(url)),
                new Text(
                        "https:// で始まるURL、または http://localhost:8080/ のようなこのマシンのURLを書いてください。",
                        "Write a URL that starts with https://, or one of this machine, such as http://localhost:8080/."));
    }

    static Problem range(StreamConfig stream, String range) {
        return Problem.error(
                "KEN-S03",
                stream.options().at("range"),
                new Text(
                        "range「%s」はセルの範囲ではありません。".formatted(range),
                        "The range '%s' is no range of cells.".formatted(range)),
                new Text(
                        "A1:H や A3:H500 のように、シート名を付けずに書いてください。",
                        "Write it like A1:H or A3:H500, without the name of the sheet."));
    }

    static Problem headerOutside(StreamConfig stream, String range) {
        return Problem.error(
                "KEN-S03",
                stream.options().at("range"),
                new Text(
                        "range「%s」に見出しの行(header-row)が入っていません。".formatted(range),
                        "The range '%s' does not hold the header-row.".formatted(range)),
                new Text(
                        "header-row はシートの1行目から数えます。見出しの行から始まる範囲を書いてください。",
                        "header-row counts from the first row of the sheet; let the range begin there or above."));
    }
}
