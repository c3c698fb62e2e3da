package dev.kenshin.source.rest.python;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as Python's {@code json.dumps} writes it: a blank after commas and colons, and ASCII only. */
public final class JsonText {
    private static final int LONGEST = 10_000_000;

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    public static String of(@Nullable Object value) {
        JsonText json = new JsonText();
        json.write(value);
        return json.out.toString();
    }

    private void write(@Nullable Object value) {
        if (out.length() > LONGEST) {
            throw PythonError.tooMuch();
        }
        if (value instanceof String text) {
            write(text);
        } else if (value instanceof List<?> list) {
            write(list);
        } else if (value instanceof Map<?, ?> map) {
            write(map);
        } else {
            out.append(scalar(value));
        }
    }

    private static String scalar(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (!Types.isNumber(value)) {
            throw PythonError.unsuitable("JSON", value);
        }
        return value instanceof Boolean ? value.toString() : Printed.text(value);
    }

    private void write(List<?> list) {
        out.append('[');
        for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
            write(items.next());
            out.append(items.hasNext() ? ", " : "");
        }
        out.append(']');
    }

    private void write(Map<?, ?> map) {
        out.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext(); ) {
            Map.Entry<?, ?> entry = entries.next();
            write(entry.getKey() instanceof String key ? key : scalar(entry.getKey()));
            out.append(": ");
            write(entry.getValue());
            out.append(entries.hasNext() ? ", " : "");
        }
        out.append('}');
    }

    private void write(String text) {
        out.append('"');
        text.chars().forEach(character -> out.append(escaped((char) character)));
        out.append('"');
    }

    private static String escaped(char character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default ->
                character >= ' ' && character < 0x7f ? String.valueOf(character) : "\\u%04x".formatted((int) character);
        };
    }
}
