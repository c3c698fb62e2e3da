package dev.kenshin.source.csv;

import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;

/** What can be wrong with a row or a file of comma-separated values. */
final class CsvProblems {
    private static final Text CLOSE_QUOTES =
            new Text("引用符で囲んだ値の中の引用符は2つ重ね、囲みを閉じてください。", "Double the quotes within a quoted value, and close it.");

    private CsvProblems() {}

    static BrokenRecord width(Place place, String[] cells, int expected) {
        return new BrokenRecord(
                place,
                "KEN-S22",
                excerpt(String.join(",", cells)),
                new Text(
                        "列が %d 個あるはずの行に %d 個あります。".formatted(expected, cells.length),
                        "The row has %d cells where the header has %d.".formatted(cells.length, expected)),
                new Text(
                        "値に含まれる区切り文字は、値全体を引用符で囲んでください。",
                        "Put quotes around values that hold the delimiter, and give every row all cells."));
    }

    static BrokenRecord quotes(Place place, String line) {
        return new BrokenRecord(
                place,
                "KEN-S23",
                excerpt(line),
                new Text("閉じた引用符の後に文字があります。", "There is text behind a closing quote."),
                CLOSE_QUOTES);
    }

    static SourceUnavailable brokenHeader(SourceFile file, String line) {
        return new SourceUnavailable(Problem.error(
                "KEN-S23",
                file.at(1, 0),
                new Text(
                        "見出し行「%s」の引用符が正しくありません。".formatted(excerpt(line)),
                        "The quotes of the header '%s' are wrong.".formatted(excerpt(line))),
                CLOSE_QUOTES));
    }

    static SourceUnavailable tooWide(SourceFile file, int columns, int most) {
        return new SourceUnavailable(Problem.error(
                "KEN-S18",
                file.at(1, 0),
                new Text(
                        "見出し行に%d列あります。%d列までです。".formatted(columns, most),
                        "The header has %d columns; there may be %d.".formatted(columns, most)),
                new Text(
                        "区切り文字(delimiter)を確かめ、要る列だけを出力してください。",
                        "Check the delimiter, and export only the columns that are needed.")));
    }

    static SourceUnavailable neverClosed(SourceFile file, long line) {
        return new SourceUnavailable(Problem.error(
                "KEN-S24",
                file.at(line, 0),
                new Text("この行で始まる引用符が閉じられていません。", "A quote that opens on this line is never closed."),
                CLOSE_QUOTES));
    }

    private static String excerpt(String text) {
        return text.substring(0, Math.min(text.length(), 200));
    }
}
