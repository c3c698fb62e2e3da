package dev.kenshin.guess;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import java.util.Collection;

/** Why there is nothing to guess from. */
final class GuessProblems {
    private GuessProblems() {}

    static SourceUnavailable charset(String file) {
        return refused(
                "KEN-Y01",
                file,
                new Text(
                        "「" + file + "」の文字コードが分かりません。どの文字コードでも読めないバイトがあります。",
                        "The charset of '" + file + "' cannot be told: some bytes fit none."),
                new Text(
                        "テキスト(CSV・JSON)・Excel・Parquet のファイルか確かめ、壊れていれば出力し直してください。",
                        "Check that this is text (CSV, JSON), Excel or Parquet; if it is damaged, export it again."));
    }

    static SourceUnavailable noTable(String file) {
        return refused(
                "KEN-Y02",
                file,
                new Text("「" + file + "」に表のあるシートがありません。", "No sheet of '" + file + "' holds a table."),
                new Text(
                        "見出しのある行と、その下のデータがあるシートを用意してください。",
                        "A sheet needs a row of column names, with the data below it."));
    }

    static SourceUnavailable noRecords(String file) {
        return refused(
                "KEN-Y03",
                file,
                new Text(
                        "JSON文書「" + file + "」にオブジェクトの配列がありません。",
                        "The JSON document '" + file + "' holds no array of objects."),
                new Text(
                        "レコードの配列を含む文書か、1行に1オブジェクトの形式で出力してください。",
                        "Export a document with an array of records, or one object a line."));
    }

    static SourceUnavailable titleRows(String file) {
        return refused(
                "KEN-Y04",
                file,
                new Text(
                        "「" + file + "」の最初の行は見出しではないようです。下の行と列の数が合いません。",
                        "The first line of '" + file
                                + "' does not look like a header: the lines below have another number of cells."),
                new Text(
                        "見出しより上の行(表題など)を除いて出力し直すか、Excel形式で出力してください。",
                        "Export it without the lines above the header, or as an Excel workbook."));
    }

    static SourceUnavailable noEvents(String file, Collection<String> columns) {
        String names = String.join(", ", columns);
        return refused(
                "KEN-Y05",
                file,
                new Text(
                        "「" + file + "」から、ユーザー・時刻・操作の列がそろって見つかりません。列: " + names,
                        "'" + file + "' lacks a column that looks like the user, the time or the event. It has: "
                                + names),
                new Text(
                        "利用イベントなら config/usage/ に列名を書いてください。Parquetは利用イベントとしてだけ読めます。",
                        "If these are usage events, name the columns in config/usage/; Parquet is read as usage events only."));
    }

    private static SourceUnavailable refused(String code, String file, Text message, Text fix) {
        return new SourceUnavailable(Problem.error(code, Location.file(file), message, fix));
    }
}
