package dev.kenshin.publish;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The character sets of CSV tables: those that a Japanese Excel opens without asking. */
public enum TableCharset {
    /** With a byte order mark, without which Excel takes it for windows-31j. */
    UTF_8(StandardCharsets.UTF_8, "\uFEFF"),
    /** Microsoft's Shift_JIS; what it cannot say becomes {@code ?}. */
    WINDOWS_31J(Charset.forName("windows-31j"), "");

    private final Charset charset;
    private final String mark;

    TableCharset(Charset charset, String mark) {
        this.charset = charset;
        this.mark = mark;
    }

    /** By the name that people write; {@code Shift_JIS} means what Windows means by it. */
    static Optional<TableCharset> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "utf-8", "utf8" -> Optional.of(UTF_8);
            case "windows-31j", "ms932", "cp932", "shift_jis", "sjis" -> Optional.of(WINDOWS_31J);
            default -> Optional.empty();
        };
    }

    Charset charset() {
        return charset;
    }

    /** What goes before everything else. */
    String mark() {
        return mark;
    }
}
