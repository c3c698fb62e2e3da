package dev.kenshin.config;

import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Suggestion;
import dev.kenshin.problem.Text;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;

/** Checks the key {@code charset}, wherever it may stand. */
final class Charsets {
    private static final List<String> USUAL =
            List.of("UTF-8", "UTF-16", "windows-31j", "Shift_JIS", "EUC-JP", "ISO-2022-JP", "windows-1252");

    private Charsets() {}

    static void check(Section section, Problems problems) {
        section.text("charset")
                .filter(name -> !known(name))
                .ifPresent(name -> problems.error(
                        "KEN-C08",
                        section.at("charset"),
                        new Text("文字コード「" + name + "」はありません。", "There is no charset '" + name + "'."),
                        Suggestion.among(name, USUAL)));
    }

    private static boolean known(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException wrong) {
            return false;
        }
    }
}
