package dev.kenshin.source.imap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes text of bytes whose label may be missing or wrong. The label counts where the bytes can be of that charset;
 * elsewhere the charsets of Japanese mail are tried, the strictest first.
 */
final class WrittenText {
    /** ISO-2022-JP with ①, ㈱ and half-width kana, which mailers write although the standard has none of them. */
    private static final Charset JIS = Charset.forName("x-windows-50221");

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Charset EUC = Charset.forName("EUC-JP");
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final List<Charset> USUAL = List.of(UTF_8, EUC, SHIFT_JIS);
    private static final int LONGEST_CHARACTER = 4;
    private static final byte ESCAPE = 0x1b;

    private WrittenText() {}

    static String of(byte[] bytes, String label) {
        return of(bytes, label, false);
    }

    /** @param cut whether the bytes may end within a character, which is then left out */
    static String of(byte[] bytes, String label, boolean cut) {
        Optional<Charset> labelled = charset(label);
        return candidates(bytes, labelled)
                .flatMap(charset -> strict(bytes, charset, cut).stream())
                .findFirst()
                .orElseGet(() -> new String(bytes, labelled.orElse(LATIN)));
    }

    private static Stream<Charset> candidates(byte[] bytes, Optional<Charset> labelled) {
        if (escapes(bytes)) {
            return Stream.concat(Stream.of(JIS), labelled.stream());
        }
        boolean anyBytes = labelled.filter(it -> it.name().matches("ISO-8859-1|windows-1252"))
                .isPresent();
        return Stream.of(anyBytes ? Stream.of(UTF_8) : Stream.<Charset>empty(), labelled.stream(), USUAL.stream())
                .flatMap(each -> each);
    }

    /** Whether the bytes switch to Japanese as ISO-2022-JP does, whatever their label says. */
    private static boolean escapes(byte[] bytes) {
        boolean escapes = false;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
            escapes |= bytes[i] == ESCAPE && i + 1 < bytes.length && (bytes[i + 1] == '$' || bytes[i + 1] == '(');
        }
        return escapes;
    }

    private static Optional<String> strict(byte[] bytes, Charset charset, boolean cut) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError() && !(cut && in.remaining() < LONGEST_CHARACTER)) {
            return Optional.empty();
        }
        return Optional.of(out.flip().toString());
    }

    /** Empty where the label says nothing, or what nobody knows. Java takes a millisecond to not know a name, even none. */
    private static Optional<Charset> charset(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "us-ascii", "ascii" -> Optional.empty();
            case "iso-2022-jp", "iso-2022-jp-ms", "iso-2022-jp-1", "csiso2022jp", "cp50220", "cp50221" ->
                Optional.of(JIS);
            case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "cp932", "ms932" -> Optional.of(SHIFT_JIS);
            case "gb2312" -> Optional.of(Charset.forName("GB18030"));
            default -> known(name);
        };
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name)).filter(charset -> !charset.equals(US_ASCII));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
