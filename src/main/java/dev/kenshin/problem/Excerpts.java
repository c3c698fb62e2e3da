package dev.kenshin.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a file that problems point at. Empty where the file cannot be shown. */
record Excerpts(List<String> lines) {
    private static final long LARGEST = 1 << 20;
    private static final String INDENT = "    ";

    /** A value that is written beside a name such as password, in YAML or in a URL. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)([\\w-]*(?:pass|pwd|secret|token|api[-_]?key)[\\w-]*[\"']?\\s*[:=]\\s*)(\"[^\"]*\"|'[^']*'|[^\\s,}&;]+)");

    static Excerpts of(Path file) {
        try {
            boolean shown = Files.isRegularFile(file) && Files.size(file) <= LARGEST;
            return new Excerpts(shown ? Files.readAllLines(file) : List.of());
        } catch (IOException unreadable) {
            // Then it is no UTF-8 text or it is gone: the problem itself says enough.
            return new Excerpts(List.of());
        }
    }

    /** The line at {@code place}, or empty where the place is no column of a line that can be read. */
    Optional<Excerpt> at(Location place) {
        return place instanceof Location.InText text && text.column() > 0 && text.line() <= lines.size()
                ? Optional.of(new Excerpt(masked(withoutMark(lines.get(text.line() - 1))), text.column() - 1))
                : Optional.empty();
    }

    private static String withoutMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    /** Secrets never reach a terminal or a log; stars of the same number keep the caret in place. */
    private static String masked(String line) {
        return SECRET.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + stars(found.group(2))));
    }

    private static String stars(String value) {
        return value.contains("${") ? value : "*".repeat(value.codePointCount(0, value.length()));
    }

    /**
     * A line and the place in it.
     *
     * @param before how many code points stand before the place
     */
    record Excerpt(String line, int before) {

        /** Two lines: the text, and a caret under the place. */
        String in(UnaryOperator<String> paint) {
            return INDENT + line + "\n" + INDENT + blanks() + paint.apply("^") + "\n";
        }

        /** As wide as the text before the place: an ideographic space stands under each full-width character. */
        private String blanks() {
            StringBuilder blanks = new StringBuilder();
            line.codePoints().limit(before).map(Excerpt::blank).forEach(blanks::appendCodePoint);
            return blanks.toString();
        }

        private static int blank(int character) {
            return character == '\t' ? '\t' : DisplayWidth.of(character) == 2 ? '\u3000' : ' ';
        }
    }
}
