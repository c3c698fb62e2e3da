package dev.kenshin.source.json;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import dev.kenshin.source.BrokenRecord;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;
import java.math.BigDecimal;
import java.util.Collection;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** What can be wrong with JSON. */
final class JsonProblems {
    static final Text CORRECT_THE_SOURCE =
            new Text("元のシステムのデータか出力を直してください。", "Correct the data, or the export, in the source.");

    private JsonProblems() {}

    /** Why an object that is proper JSON cannot be a record. */
    record Flaw(String code, String value, Text reason) {}

    static Flaw twice(String name) {
        return new Flaw(
                "KEN-S44",
                name,
                new Text("項目「%s」が2回あります。".formatted(name), "The field '%s' occurs twice.".formatted(name)));
    }

    static Flaw nul(String name, String value) {
        return new Flaw(
                "KEN-S45",
                excerpt(value.replace("\0", "\\u0000")),
                new Text(
                        "項目「%s」に NUL 文字が含まれています。".formatted(name),
                        "The field '%s' holds a NUL character.".formatted(name)));
    }

    static Flaw outOfRange(String name, BigDecimal number) {
        return new Flaw(
                "KEN-S46",
                number.toString(),
                new Text(
                        "項目「%s」の数値「%s」は範囲外です。".formatted(name, number),
                        "The field '%s' holds '%s', which is out of range.".formatted(name, number)));
    }

    static BrokenRecord brokenLine(Place place, String line, JacksonException cause) {
        return new BrokenRecord(
                place,
                "KEN-S40",
                excerpt(line),
                new Text(
                        "JSON として読めません(%s)。".formatted(cause.getOriginalMessage()),
                        "This is not JSON (%s).".formatted(cause.getOriginalMessage())),
                CORRECT_THE_SOURCE);
    }

    static BrokenRecord noObject(Place place, String value) {
        return new BrokenRecord(
                place,
                "KEN-S43",
                excerpt(value),
                new Text(
                        "「%s」は JSON オブジェクトではありません。".formatted(excerpt(value)),
                        "'%s' is not one JSON object.".formatted(excerpt(value))),
                CORRECT_THE_SOURCE);
    }

    static SourceUnavailable brokenDocument(SourceFile file, JacksonException cause) {
        return new SourceUnavailable(
                Problem.error(
                        "KEN-S41",
                        at(file, cause),
                        new Text(
                                "JSON 文書が壊れています(%s)。".formatted(cause.getOriginalMessage()),
                                "The JSON document is broken (%s).".formatted(cause.getOriginalMessage())),
                        new Text("元のシステムから出力し直してください。", "Export it again.")),
                cause);
    }

    static SourceUnavailable severalDocuments(SourceFile file, int line) {
        return new SourceUnavailable(Problem.error(
                "KEN-S41",
                file.at(line, 0),
                new Text("JSON 文書の後に別の内容があります。", "Something follows the JSON document."),
                new Text("1ファイルに1文書、または1行に1オブジェクトの形式で出力してください。", "Export one document a file, or one object a line.")));
    }

    static SourceUnavailable documentWithoutPath(SourceFile file) {
        return new SourceUnavailable(Problem.error(
                "KEN-S42",
                file.at(1, 0),
                new Text("1行に1オブジェクトの形式ではなく、1つの JSON 文書です。", "This is one JSON document, not one object a line."),
                new Text(
                        "records: にレコードの配列の場所を data.items のように書いてください。",
                        "Write where the array of records is as records:, for example data.items.")));
    }

    static SourceUnavailable noArray(SourceFile file, String path, String name, Collection<String> present) {
        String nearest = Suggestion.closest(name, present).orElse("-");
        return new SourceUnavailable(Problem.error(
                "KEN-S42",
                file.whole(),
                new Text(
                        "records「%s」に配列がありません。「%s」に最も近い名前は「%s」です。".formatted(path, name, nearest),
                        "There is no array at records '%s'; the name nearest to '%s' is '%s'."
                                .formatted(path, name, nearest)),
                new Text(
                        "records: に配列までの道筋を data.items のように書いてください。",
                        "Write the path to the array as records:, for example data.items.")));
    }

    /** Where the limits of size or depth are passed there is no place. */
    private static Location at(SourceFile file, JacksonException cause) {
        TokenStreamLocation at = cause.getLocation();
        return at == null ? file.whole() : file.at(at.getLineNr(), at.getColumnNr());
    }

    private static String excerpt(String text) {
        return text.substring(0, Math.min(text.length(), 200));
    }
}
