package dev.kenshin.example;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import java.util.Collection;

/** What may be wrong with an example itself. */
record ExampleProblems(Problems problems) {

    void unknown(Location at, String name, Text kind, Collection<String> known) {
        problems.error(
                "KEN-V01",
                at,
                new Text(kind.ja() + "「" + name + "」はありません。", "There is no " + kind.en() + " '" + name + "'."),
                Suggestion.among(name, known));
    }

    void wrongShape(Location at, String name, Text fix) {
        problems.error(
                "KEN-V02",
                at,
                new Text("「" + name + "」の書き方が違います。", "'" + name + "' is not written in the right form."),
                fix);
    }

    void unreadable(Location at, String column, String value, Text like) {
        problems.error(
                "KEN-V03",
                at,
                new Text(
                        "「" + column + "」の値「" + value + "」は読めません。",
                        "The value '" + value + "' of '" + column + "' cannot be read."),
                new Text(like.ja() + "のように書いてください。", "Write it like " + like.en() + "."));
    }

    void withoutDate(Location at) {
        problems.error(
                "KEN-V04",
                at,
                new Text("基準日がありません。", "There is no as-of date."),
                new Text(
                        "例かファイルの初めに「as-of: 2026-10-31」のように書いてください。",
                        "Write as-of: 2026-10-31 in the example, or at the top of the file."));
    }

    void whichAccount(Location at) {
        problems.error(
                "KEN-V05",
                at,
                new Text("どの顧客の行か分かりません。", "It is not said which account this row belongs to."),
                new Text("account_id を書いてください。", "Write account_id."));
    }

    void probablyMisspelt(Location at, String field, String stream, String meant) {
        problems.warning(
                "KEN-V06",
                at,
                new Text(
                        "「" + stream + "」の項目「" + field + "」はどのマッピングも読みません。",
                        "No mapping reads the field '" + field + "' of '" + stream + "'."),
                new Text("「" + meant + "」のことではありませんか。", "Did you mean '" + meant + "'?"));
    }
}
