package dev.kenshin.source.imap;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.protocol.BODYSTRUCTURE;
import org.jspecify.annotations.Nullable;

/**
 * The part of a message that a person reads: plain text, or HTML where there is none. Attachments and messages within the
 * message are no such parts.
 *
 * @param section by which IMAP names it
 * @param size in bytes as transferred; negative where the server does not say
 */
record TextPart(String section, boolean html, String charset, String encoding, int size) {
    /** Characters need up to this many bytes: three in UTF-8, each written with three in quoted-printable. */
    private static final int BYTES_A_CHARACTER = 10;
    /** And pages hold more markup than text. */
    private static final int BYTES_A_CHARACTER_OF_HTML = 25;

    private static final int LEAST = 4_096;

    static Optional<TextPart> of(BODYSTRUCTURE message) {
        return readable(message, message.isMulti() ? "" : "1").findFirst();
    }

    /** How much to fetch so that the limit is filled. */
    int bytes(int characters) {
        return Math.max(LEAST, characters * (html ? BYTES_A_CHARACTER_OF_HTML : BYTES_A_CHARACTER));
    }

    /** What a fetch of that much brings at most. */
    int expected(int characters) {
        return size < 0 ? bytes(characters) : Math.min(size, bytes(characters));
    }

    String text(byte[] raw, int limit) {
        boolean cut = raw.length >= bytes(limit);
        String text = WrittenText.of(TransferEncoding.decoded(raw, encoding), charset, cut);
        return tidy(html ? HtmlText.of(text) : text, limit);
    }

    private static Stream<TextPart> readable(BODYSTRUCTURE part, String section) {
        if (part.isMulti()) {
            Stream<TextPart> parts = IntStream.range(0, part.bodies.length)
                    .boxed()
                    .flatMap(i -> readable(part.bodies[i], section.isEmpty() ? "" + (i + 1) : section + "." + (i + 1)));
            return is(part.subtype, "alternative")
                    ? parts.sorted((one, other) -> Boolean.compare(one.rank(), other.rank()))
                    : parts;
        }
        boolean readable = part.isSingle()
                && is(part.type, "text")
                && (is(part.subtype, "plain") || is(part.subtype, "html"))
                && !is(part.disposition, "attachment");
        return readable ? Stream.of(of(part, section)) : Stream.empty();
    }

    /** Of several ways to say the same, the plain one comes first, unless it says nothing. */
    private boolean rank() {
        return html || size == 0;
    }

    private static TextPart of(BODYSTRUCTURE part, String section) {
        String charset = part.cParams == null ? null : part.cParams.get("charset");
        return new TextPart(
                section,
                is(part.subtype, "html"),
                Optional.ofNullable(charset).orElse(""),
                Optional.ofNullable(part.encoding).orElse(""),
                part.size);
    }

    private static boolean is(@Nullable String word, String expected) {
        return expected.equalsIgnoreCase(word);
    }

    private static String tidy(String text, int limit) {
        String lines = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u00a0', ' ')
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .replaceAll("[ \t]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
        return lines.codePointCount(0, lines.length()) <= limit
                ? lines
                : lines.substring(0, lines.offsetByCodePoints(0, limit));
    }
}
