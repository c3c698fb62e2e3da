package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cuts texts into pieces. */
final class Splitting {
    private static final String BLANK = "[\\s\\u001c-\\u001f\\u00a0\\u3000]+";

    private Splitting() {}

    /** At every separator, or at blanks where none is given. */
    static List<@Nullable Object> split(String text, Arguments with) {
        int most = with.number(1, "maxsplit", -1);
        if (with.get(0, "sep") == null) {
            return words(text, most);
        }
        String separator = separator(with);
        List<@Nullable Object> parts = new ArrayList<>();
        int from = 0;
        int at = text.indexOf(separator);
        while (at >= 0 && (most < 0 || parts.size() < most)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
            at = text.indexOf(separator, from);
        }
        parts.add(text.substring(from));
        return parts;
    }

    static List<@Nullable Object> splitFromEnd(String text, Arguments with) {
        int most = with.number(1, "maxsplit", -1);
        if (with.get(0, "sep") == null || most < 0) {
            return split(text, with);
        }
        String separator = separator(with);
        List<@Nullable Object> parts = new ArrayList<>();
        int end = text.length();
        int at = text.lastIndexOf(separator);
        while (at >= 0 && parts.size() < most) {
            parts.add(text.substring(at + separator.length(), end));
            end = at;
            at = text.lastIndexOf(separator, end - separator.length());
        }
        parts.add(text.substring(0, end));
        Collections.reverse(parts);
        return parts;
    }

    static List<@Nullable Object> lines(String text) {
        return new ArrayList<>(text.lines().toList());
    }

    static Tuple partition(String text, int at, Arguments with) {
        String separator = separator(with);
        return at < 0
                ? Tuple.of(text, "", "")
                : Tuple.of(text.substring(0, at), separator, text.substring(at + separator.length()));
    }

    static Tuple partitionFromEnd(String text, Arguments with) {
        int at = text.lastIndexOf(separator(with));
        return at < 0 ? Tuple.of("", "", text) : partition(text, at, with);
    }

    private static List<@Nullable Object> words(String text, int most) {
        String trimmed = Trimming.both(text, Optional.empty());
        return trimmed.isEmpty()
                ? new ArrayList<>()
                : new ArrayList<>(List.of(trimmed.split(BLANK, most < 0 ? 0 : most + 1)));
    }

    private static String separator(Arguments with) {
        String separator = with.text(0, "sep");
        if (separator.isEmpty()) {
            throw PythonError.unsuitable("split", separator);
        }
        return separator;
    }
}
