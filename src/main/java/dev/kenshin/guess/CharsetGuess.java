package dev.kenshin.guess;

import dev.kenshin.source.SourceUnavailable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/** In which charset a text is written. What is chosen decodes every byte of the sample strictly. */
record CharsetGuess(Charset charset, Remark remark) {
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final Charset EUC_JP = Charset.forName("EUC-JP");
    /** Names that the detector has for what Japanese systems really write. */
    private static final Map<String, Charset> MEANT =
            Map.of("SHIFT_JIS", WINDOWS_31J, "GB18030", EUC_JP, "EUC-KR", EUC_JP, "EUC-TW", EUC_JP, "BIG5", EUC_JP);

    private static final List<Charset> LAST_RESORT = List.of(WINDOWS_31J, EUC_JP, Charset.forName("windows-1252"));

    static CharsetGuess of(ByteSample sample, String file) throws SourceUnavailable {
        return marked(sample)
                .or(() -> wide(sample))
                .or(() -> escaped(sample))
                .or(() -> unicode(sample))
                .or(() -> detected(sample))
                .or(() -> lastResort(sample))
                .orElseThrow(() -> GuessProblems.charset(file));
    }

    private static Optional<CharsetGuess> marked(ByteSample sample) {
        Remark remark = Remark.sure("先頭のBOMで分かります", "told by the byte order mark");
        if (sample.startsWith(0xef, 0xbb, 0xbf)) {
            return Optional.of(new CharsetGuess(StandardCharsets.UTF_8, remark));
        }
        if (sample.startsWith(0xff, 0xfe)) {
            return Optional.of(new CharsetGuess(StandardCharsets.UTF_16LE, remark));
        }
        return sample.startsWith(0xfe, 0xff)
                ? Optional.of(new CharsetGuess(StandardCharsets.UTF_16BE, remark))
                : Optional.empty();
    }

    /** Only text of two bytes a character holds zero bytes: the upper halves of commas, digits and line breaks. */
    private static Optional<CharsetGuess> wide(ByteSample sample) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < sample.head().length; i++) {
            int zero = sample.head()[i] == 0 ? 1 : 0;
            even += i % 2 == 0 ? zero : 0;
            odd += i % 2 == 1 ? zero : 0;
        }
        Charset charset = odd >= even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return even + odd > 0 && sample.text(charset).isPresent()
                ? Optional.of(new CharsetGuess(charset, Remark.sure("1文字が2バイトです", "two bytes a character")))
                : Optional.empty();
    }

    private static Optional<CharsetGuess> escaped(ByteSample sample) {
        Charset charset = Charset.forName("ISO-2022-JP");
        return sample.text(StandardCharsets.US_ASCII)
                                .filter(text -> text.contains("\u001b$"))
                                .isPresent()
                        && sample.decodes(charset)
                ? Optional.of(new CharsetGuess(charset, Remark.sure("JISのエスケープがあります", "it has the escapes of JIS")))
                : Optional.empty();
    }

    private static Optional<CharsetGuess> unicode(ByteSample sample) {
        if (!sample.decodes(StandardCharsets.UTF_8)) {
            return Optional.empty();
        }
        Remark remark = sample.whole() || !sample.decodes(StandardCharsets.US_ASCII)
                ? Remark.sure("UTF-8として正しいです", "it is valid UTF-8")
                : Remark.unsure("見た範囲は英数字だけです", "what was looked at is plain ASCII");
        return Optional.of(new CharsetGuess(StandardCharsets.UTF_8, remark));
    }

    private static Optional<CharsetGuess> detected(ByteSample sample) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(sample.head());
        sample.further().forEach(detector::handleData);
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset())
                .flatMap(CharsetGuess::named)
                .filter(sample::decodes)
                .map(charset -> new CharsetGuess(
                        charset,
                        Remark.sure("文字の並びから。見た範囲はすべて読めます", "by its characters; all that was looked at decodes")));
    }

    private static Optional<Charset> named(String name) {
        try {
            return Optional.of(MEANT.containsKey(name) ? MEANT.get(name) : Charset.forName(name));
        } catch (UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<CharsetGuess> lastResort(ByteSample sample) {
        return LAST_RESORT.stream()
                .filter(sample::decodes)
                .findFirst()
                .map(charset -> new CharsetGuess(
                        charset,
                        Remark.unsure(
                                "読めますが、文字化けしていないか確かめてください", "it decodes, but look whether the words make sense")));
    }
}
