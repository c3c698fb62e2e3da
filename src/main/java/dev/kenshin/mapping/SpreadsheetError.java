package dev.kenshin.mapping;

import dev.kenshin.mapping.convert.Conversion;
import dev.kenshin.problem.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a spreadsheet writes where a formula failed. It is text like any other, but never data. */
final class SpreadsheetError {
    private static final Set<String> ERRORS =
            Set.of("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#ERROR!");

    static final Conversion REFUSED = new Conversion.Failed(
            "KEN-P51",
            new Text("数式のエラーです。", "This is the error of a formula."),
            new Text("表計算で数式を直し、値が表示された状態で保存してください。", "Mend the formula and save the file with the value showing."));

    private SpreadsheetError() {}

    static boolean is(@Nullable Object raw) {
        return raw instanceof String text && text.startsWith("#") && ERRORS.contains(text.strip());
    }
}
