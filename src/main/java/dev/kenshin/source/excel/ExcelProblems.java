package dev.kenshin.source.excel;

import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;
import java.util.List;

/** What can be wrong with a workbook as a whole. */
final class ExcelProblems {
    private ExcelProblems() {}

    static SourceUnavailable broken(SourceFile file, Exception cause) {
        return unavailable(
                file,
                "KEN-S41",
                new Text(
                        "Excelファイルとして読めません（" + cause.getMessage() + "）。",
                        "cannot be read as an Excel workbook (" + cause.getMessage() + ")."),
                new Text("Excelで開いて .xlsx 形式で保存し直してください。", "Open it in Excel and save it again as .xlsx."),
                cause);
    }

    static SourceUnavailable password(SourceFile file, boolean given, Exception cause) {
        return unavailable(
                file,
                "KEN-S42",
                given
                        ? new Text("設定されたパスワードでは開けません。", "the configured password does not open it.")
                        : new Text("パスワードで保護されています。", "it is protected by a password."),
                new Text(
                        "`password: ${環境変数名}` を設定するか、保護を外して保存してください。",
                        "Set `password: ${VARIABLE}`, or save it without protection."),
                cause);
    }

    static SourceUnavailable noSheet(SourceFile file, String sheet, List<String> there) {
        return unavailable(
                file,
                "KEN-S43",
                new Text("シート「" + sheet + "」がありません。", "there is no sheet '" + sheet + "'."),
                new Text(
                        "次のいずれかを指定してください: " + String.join("、", there),
                        "Use one of: " + String.join(", ", there) + "."),
                new IllegalArgumentException(sheet));
    }

    static SourceUnavailable noHeader(SourceFile file, String sheet, int row) {
        return unavailable(
                file,
                "KEN-S44",
                new Text(
                        "シート「" + sheet + "」の" + row + "行目に見出しがありません。",
                        "row " + row + " of sheet '" + sheet + "' holds no header."),
                new Text("`header-row` を見出しのある行にしてください。", "Point `header-row` at the row with the column names."),
                new IllegalArgumentException(sheet));
    }

    private static SourceUnavailable unavailable(SourceFile file, String code, Text message, Text fix, Exception cause) {
        return new SourceUnavailable(Problem.error(code, file.whole(), message, fix), cause);
    }
}
