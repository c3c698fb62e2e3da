package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.BraceFormat;
import dev.kenshin.source.rest.python.Printed;
import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The methods of a text. */
final class TextMethods {
    private static final Map<String, Method> METHODS = Map.ofEntries(
            Map.entry("upper", (text, with) -> text.toUpperCase(Locale.ROOT)),
            Map.entry("lower", (text, with) -> text.toLowerCase(Locale.ROOT)),
            Map.entry("casefold", (text, with) -> text.toLowerCase(Locale.ROOT)),
            Map.entry("capitalize", (text, with) -> Casing.capitalized(text)),
            Map.entry("title", (text, with) -> Casing.titled(text)),
            Map.entry("swapcase", (text, with) -> Casing.swapped(text)),
            Map.entry("strip", (text, with) -> Trimming.both(text, characters(with))),
            Map.entry("lstrip", (text, with) -> Trimming.start(text, characters(with))),
            Map.entry("rstrip", (text, with) -> Trimming.end(text, characters(with))),
            Map.entry("split", (text, with) -> Splitting.split(text, with)),
            Map.entry("rsplit", (text, with) -> Splitting.splitFromEnd(text, with)),
            Map.entry("splitlines", (text, with) -> Splitting.lines(text)),
            Map.entry("partition", (text, with) -> Splitting.partition(text, text.indexOf(with.text(0, "sep")), with)),
            Map.entry("rpartition", (text, with) -> Splitting.partitionFromEnd(text, with)),
            Map.entry("join", (text, with) -> join(text, Items.of(with.required(0, "iterable")))),
            Map.entry("replace", (text, with) -> replaced(text, with)),
            Map.entry("startswith", (text, with) -> anyOf(with, text::startsWith)),
            Map.entry("endswith", (text, with) -> anyOf(with, text::endsWith)),
            Map.entry("removeprefix", (text, with) -> withoutPrefix(text, with.text(0, "prefix"))),
            Map.entry("removesuffix", (text, with) -> withoutSuffix(text, with.text(0, "suffix"))),
            Map.entry("find", (text, with) -> (long) text.indexOf(with.text(0, "sub"))),
            Map.entry("rfind", (text, with) -> (long) text.lastIndexOf(with.text(0, "sub"))),
            Map.entry("index", (text, with) -> found(text.indexOf(with.text(0, "sub")), with)),
            Map.entry("count", (text, with) -> count(text, with.text(0, "sub"))),
            Map.entry("format", (text, with) -> BraceFormat.of(text, with.positional(), with.named())),
            Map.entry("zfill", (text, with) -> Trimming.zeros(text, with.number(0, "width", 0))),
            Map.entry("ljust", (text, with) -> text + Trimming.fill(text, with)),
            Map.entry("rjust", (text, with) -> Trimming.fill(text, with) + text),
            Map.entry("isdigit", (text, with) -> all(text, Character::isDigit)),
            Map.entry("isnumeric", (text, with) -> all(text, Character::isDigit)),
            Map.entry("isdecimal", (text, with) -> all(text, Character::isDigit)),
            Map.entry("isalpha", (text, with) -> all(text, Character::isLetter)),
            Map.entry("isalnum", (text, with) -> all(text, Character::isLetterOrDigit)),
            Map.entry("isspace", (text, with) -> all(text, Character::isWhitespace)),
            Map.entry("isupper", (text, with) -> Casing.isUpper(text)),
            Map.entry("islower", (text, with) -> Casing.isLower(text)));

    private TextMethods() {}

    static Optional<Function> named(String text, String name) {
        return Optional.ofNullable(METHODS.get(name)).map(method -> (arguments, frame) -> method.call(text, arguments));
    }

    /** The items, which must be texts, with the separator between. */
    private static String join(String separator, List<@Nullable Object> items) {
        items.stream().filter(item -> !(item instanceof String)).findFirst().ifPresent(item -> {
            throw PythonError.unsuitable("join", item);
        });
        boolean none = items.stream().anyMatch(item -> item == null);
        if (none) {
            throw PythonError.unsuitable("join", null);
        }
        return joined(separator, items);
    }

    static String joined(String separator, List<@Nullable Object> items) {
        return String.join(separator, items.stream().map(Printed::text).toList());
    }

    private static Optional<String> characters(Arguments with) {
        return with.get(0, "chars") == null ? Optional.empty() : Optional.of(with.text(0, "chars"));
    }

    private static String replaced(String text, Arguments with) {
        String old = with.text(0, "old");
        String other = with.text(1, "new");
        int times = with.number(2, "count", -1);
        if (!old.isEmpty() && count(text, old) * other.length() > 5_000_000) {
            throw PythonError.tooMuch();
        }
        return times < 0 ? text.replace(old, other) : replaced(text, old, other, times);
    }

    private static String replaced(String text, String old, String other, int times) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        int at = text.indexOf(old);
        for (int i = 0; i < times && at >= 0 && !old.isEmpty(); i++) {
            out.append(text, from, at).append(other);
            from = at + old.length();
            at = text.indexOf(old, from);
        }
        return out.append(text.substring(from)).toString();
    }

    private static boolean anyOf(Arguments with, Predicate<String> test) {
        return with.required(0, "prefix") instanceof Tuple several
                ? several.stream().anyMatch(one -> one instanceof String text && test.test(text))
                : test.test(with.text(0, "prefix"));
    }

    private static String withoutPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String withoutSuffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }

    private static long found(int index, Arguments with) {
        if (index < 0) {
            throw PythonError.unsuitable("index", with.get(0, "sub"));
        }
        return index;
    }

    private static long count(String text, String part) {
        if (part.isEmpty()) {
            return text.length() + 1L;
        }
        long count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static boolean all(String text, IntPredicate test) {
        return !text.isEmpty() && text.codePoints().allMatch(test);
    }

    @FunctionalInterface
    private interface Method {
        Object call(String text, Arguments with);
    }
}
