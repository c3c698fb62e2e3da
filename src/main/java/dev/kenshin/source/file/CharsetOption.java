package dev.kenshin.source.file;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/** The {@code charset} option of a source of text files. */
public final class CharsetOption {
    private CharsetOption() {}

    /**
     * The charset, or empty where none is written; an unknown one goes to {@code problems}. Shift_JIS is read as
     * windows-31j, which has the characters ①, ㈱ and ～ that Japanese systems write under either name.
     */
    public static Optional<Charset> of(SourceConfig config, Problems problems) {
        return config.options().text("charset").flatMap(name -> find(name, config, problems));
    }

    private static Optional<Charset> find(String name, SourceConfig config, Problems problems) {
        try {
            Charset charset = Charset.forName(name);
            return Optional.of(charset.name().equals("Shift_JIS") ? Charset.forName("windows-31j") : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            problems.error(
                    "KEN-S03",
                    config.options().at("charset"),
                    new Text("文字コード「%s」はありません。".formatted(name), "There is no charset '%s'.".formatted(name)),
                    new Text(
                            "UTF-8、windows-31j(Shift_JIS)、EUC-JP、UTF-16LE などを書いてください。",
                            "Write UTF-8, windows-31j (Shift_JIS), EUC-JP, UTF-16LE or the like."));
            return Optional.empty();
        }
    }
}
