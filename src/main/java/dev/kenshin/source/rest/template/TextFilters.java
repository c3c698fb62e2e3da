package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Operators;
import dev.kenshin.source.rest.python.Printed;
import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Tuple;
import dev.kenshin.source.rest.python.Undefined;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Filters that take the text of a value. */
final class TextFilters {
    private static final Pattern GROUP_NAME = Pattern.compile("\\(\\?P<\\w+>");

    static final Map<String, Filter> ALL = Map.ofEntries(
            Map.entry("lower", (value, with, frame) -> Printed.text(value).toLowerCase(Locale.ROOT)),
            Map.entry("upper", (value, with, frame) -> Printed.text(value).toUpperCase(Locale.ROOT)),
            Map.entry("capitalize", (value, with, frame) -> Casing.capitalized(Printed.text(value))),
            Map.entry("title", (value, with, frame) -> title(Printed.text(value))),
            Map.entry("trim", (value, with, frame) -> trim(Printed.text(value), with)),
            Map.entry("replace", (value, with, frame) -> replace(Printed.text(value), with, frame)),
            Map.entry("regex_search", (value, with, frame) -> search(value, with.text(0, "regex"))),
            Map.entry("format", (value, with, frame) -> format(value, with)),
            Map.entry("truncate", (value, with, frame) -> truncate(Printed.text(value), with)),
            Map.entry("center", (value, with, frame) -> center(Printed.text(value), with.number(0, "width", 80))),
            Map.entry("indent", (value, with, frame) -> indent(Printed.text(value), with)),
            Map.entry("wordcount", (value, with, frame) -> words(Printed.text(value))),
            Map.entry("striptags", (value, with, frame) -> withoutTags(Printed.text(value))),
            Map.entry("safe", (value, with, frame) -> value),
            Map.entry("escape", (value, with, frame) -> escape(Printed.text(value))),
            Map.entry("e", (value, with, frame) -> escape(Printed.text(value))));

    private TextFilters() {}

    private static String title(String text) {
        return Casing.titled(text, character -> "-([{<".indexOf(character) >= 0 || Character.isWhitespace(character));
    }

    private static String trim(String text, Arguments with) {
        return Trimming.both(
                text, with.get(0, "chars") == null ? Optional.empty() : Optional.of(with.text(0, "chars")));
    }

    private static @Nullable Object replace(String text, Arguments with, Frame frame) {
        return Members.call(Members.attribute(text, "replace"), with, frame);
    }

    /** The first group of the first match, or nothing. */
    private static String search(@Nullable Object value, String regex) {
        if (!(value instanceof String text)) {
            throw value instanceof Undefined undefined
                    ? undefined.error()
                    : PythonError.unsuitable("regex_search", value);
        }
        String unnamed = GROUP_NAME.matcher(regex).replaceAll("(").replace("\\Z", "\\z");
        Matcher matcher = Pattern.compile(unnamed).matcher(new PatientText(text));
        boolean found = matcher.find() && matcher.groupCount() > 0 && matcher.group(1) != null;
        return found ? matcher.group(1) : "";
    }

    private static Object format(@Nullable Object value, Arguments with) {
        return Operators.modulo(
                Printed.text(value), with.named().isEmpty() ? new Tuple(with.positional()) : with.named());
    }

    private static String truncate(String text, Arguments with) {
        int length = with.number(0, "length", 255);
        String end = with.text(2, "end", "...");
        if (text.length() <= length + with.number(3, "leeway", 5) || length < end.length()) {
            return text;
        }
        String cut = text.substring(0, length - end.length());
        boolean within = Boolean.TRUE.equals(with.get(1, "killwords")) || cut.lastIndexOf(' ') < 0;
        return (within ? cut : cut.substring(0, cut.lastIndexOf(' '))) + end;
    }

    private static String center(String text, int width) {
        int missing = Trimming.missing(text, width);
        int left = missing / 2 + (missing & width & 1);
        return " ".repeat(left) + text + " ".repeat(missing - left);
    }

    private static String indent(String text, Arguments with) {
        Object width = with.get(0, "width");
        String by =
                width instanceof String given ? given : " ".repeat(Trimming.missing("", with.number(0, "width", 4)));
        String indented = text.replaceAll("\\n(?=[^\\n])", "\n" + Matcher.quoteReplacement(by));
        return Boolean.TRUE.equals(with.get(1, "first")) ? by + indented : indented;
    }

    private static long words(String text) {
        return Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(text)
                .results()
                .count();
    }

    private static String withoutTags(String text) {
        return text.replaceAll("(?s)<!--.*?-->|<[^>]*>", "").strip().replaceAll("\\s+", " ");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;")
                .replace("\"", "&#34;");
    }
}
