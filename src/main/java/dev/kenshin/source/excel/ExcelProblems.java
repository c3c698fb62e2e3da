package dev.kenshin.source.excel;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;
import java.util.List;

/** What can be wrong with a workbook, a sheet, or where they are said to hold a table. */
final class ExcelProblems {
    private static final Text SAVE_AGAIN =
            new Text("Excelで開いて .xlsx 形式で保存し直してください。", "Open it in Excel and save it again as .xlsx.");

    private ExcelProblems() {}

    static Problem headerRow(StreamConfig stream) {
        return Problem.error(
                "KEN-S70",
                stream.options().at("header-row"),
                new Text(
                        "ストリーム「%s」の header-row が行を指していません。".formatted(stream.name()),
                        "The header-row of the stream '%s' names no rows.".formatted(stream.name())),
                new Text(
                        "header-row: 4 または header-row: {from: 3, to: 4} のように、1 から数えた行を書いてください。",
                        "Write rows counted from 1, as in header-row: 4 or header-row: {from: 3, to: 4}."));
    }

    static SourceUnavailable noWorkbook(SourceFile file) {
        return new SourceUnavailable(Problem.error(
                "KEN-S71",
                file.whole(),
                new Text(
                        "「%s」の中身はExcelブックではありません。".formatted(file.shortName()),
                        "'%s' is not an Excel workbook inside.".formatted(file.shortName())),
                new Text(
                        "Excelで開いて .xlsx 形式で保存し直すか、CSVならソースを type: csv にしてください。",
                        "Open it in Excel and save it as .xlsx or, if it is CSV, make the source type: csv.")));
    }

    /** The file cannot be opened, be it that it is too large. */
    static SourceUnavailable broken(SourceFile file, Exception cause) {
        Text message = new Text(
                "「%s」は壊れているか、途中で切れています。".formatted(file.shortName()),
                "'%s' is damaged or truncated.".formatted(file.shortName()));
        return unreadable(file, Problem.error("KEN-S72", file.whole(), message, SAVE_AGAIN), cause);
    }

    /** Reading breaks off at a row. */
    static SourceUnavailable damaged(SheetPlace place, int row, Exception cause) {
        Text message = new Text(
                "シート「%s」は %d 行目以降が壊れています。".formatted(place.sheet(), row),
                "The sheet '%s' is damaged from row %d on.".formatted(place.sheet(), row));
        return unreadable(place.file(), Problem.error("KEN-S72", place.row(row), message, SAVE_AGAIN), cause);
    }

    static SourceUnavailable password(SourceFile file, boolean given) {
        Text message = given
                ? new Text("設定されたパスワードでは「%s」を開けません。", "The configured password does not open '%s'.")
                : new Text("「%s」はパスワードで保護されています。", "'%s' is protected by a password.");
        return new SourceUnavailable(
                Problem.error(
                        "KEN-S73",
                        file.whole(),
                        new Text(
                                message.ja().formatted(file.shortName()),
                                message.en().formatted(file.shortName())),
                        new Text(
                                "ストリームに正しい password: '${環境変数名}' を書くか、保護を外して保存してください。",
                                "Write the right password: '${VARIABLE}' in the stream, or save the workbook without protection.")));
    }

    static SourceUnavailable noSheet(SourceFile file, String sheet, List<String> there) {
        String nearest = Suggestion.closest(sheet, there).orElse("-");
        return new SourceUnavailable(Problem.error(
                "KEN-S75",
                file.whole(),
                new Text(
                        "シート「%s」がありません。最も近い名前は「%s」です。".formatted(sheet, nearest),
                        "There is no sheet '%s'; the nearest name is '%s'.".formatted(sheet, nearest)),
                new Text(
                        "sheet: を次のいずれかにしてください: %s".formatted(String.join("、", there)),
                        "Write one of these as sheet: %s.".formatted(String.join(", ", there)))));
    }

    static SourceUnavailable noHeader(SheetPlace place, int row) {
        Location at = place.row(row);
        return new SourceUnavailable(Problem.error(
                "KEN-S76",
                at,
                new Text(
                        "シート「%s」の %d 行目に見出しがありません。".formatted(place.sheet(), row),
                        "Row %d of the sheet '%s' holds no header.".formatted(row, place.sheet())),
                new Text("header-row: を列名のある行にしてください。", "Point header-row: at the row with the column names.")));
    }

    private static SourceUnavailable unreadable(SourceFile file, Problem broken, Exception cause) {
        return new SourceUnavailable(
                TooLarge.behind(cause).map(size -> tooLarge(file, size)).orElse(broken), cause);
    }

    private static Problem tooLarge(SourceFile file, TooLarge cause) {
        return Problem.error(
                "KEN-S74",
                file.whole(),
                new Text(
                        "「%s」は大きすぎて読めません(%s)。".formatted(file.shortName(), cause.getMessage()),
                        "'%s' is too large to be read (%s).".formatted(file.shortName(), cause.getMessage())),
                new Text(
                        "出所を確かめ、本物のデータならファイルを分けるかCSVで出力してください。",
                        "Check where it comes from; if the data are real, split the file or export it as CSV."));
    }
}
