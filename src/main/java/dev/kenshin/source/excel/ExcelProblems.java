package dev.kenshin.source.excel;

import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;
import dev.kenshin.source.grid.GridPlace;

/** What can be wrong with a workbook or a sheet as such. */
final class ExcelProblems {
    private static final Text SAVE_AGAIN =
            new Text("Excelで開いて .xlsx 形式で保存し直してください。", "Open it in Excel and save it again as .xlsx.");

    private ExcelProblems() {}

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
    static SourceUnavailable damaged(SourceFile file, GridPlace place, int row, Exception cause) {
        Text message = new Text(
                "シート「%s」は %d 行目以降が壊れています。".formatted(place.sheet(), row),
                "The sheet '%s' is damaged from row %d on.".formatted(place.sheet(), row));
        return unreadable(file, Problem.error("KEN-S72", place.row(row), message, SAVE_AGAIN), cause);
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
