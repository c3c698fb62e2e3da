package dev.kenshin.source.grid;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import java.util.List;

/** What can be wrong with where a table is said to lie. */
final class GridProblems {
    private GridProblems() {}

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

    static SourceUnavailable noSheet(Location book, String sheet, List<String> there) {
        String nearest = Suggestion.closest(sheet, there).orElse("-");
        return new SourceUnavailable(Problem.error(
                "KEN-S75",
                book,
                new Text(
                        "シート「%s」がありません。最も近い名前は「%s」です。".formatted(sheet, nearest),
                        "There is no sheet '%s'; the nearest name is '%s'.".formatted(sheet, nearest)),
                new Text(
                        "sheet: を次のいずれかにしてください: %s".formatted(String.join("、", there)),
                        "Write one of these as sheet: %s.".formatted(String.join(", ", there)))));
    }

    static SourceUnavailable noHeader(GridPlace place, int row) {
        Location at = place.row(row);
        return new SourceUnavailable(Problem.error(
                "KEN-S76",
                at,
                new Text(
                        "シート「%s」の %d 行目に見出しがありません。".formatted(place.sheet(), row),
                        "Row %d of the sheet '%s' holds no header.".formatted(row, place.sheet())),
                new Text("header-row: を列名のある行にしてください。", "Point header-row: at the row with the column names.")));
    }
}
