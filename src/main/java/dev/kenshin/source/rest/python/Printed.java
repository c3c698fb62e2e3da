package dev.kenshin.source.rest.python;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values print. */
public final class Printed {
    private static final int EXCERPT = 80;
    private static final int LONGEST = 10_000_000;

    private Printed() {}

    /** What Python's {@code str()} makes of a value. */
    public static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof OffsetDateTime time) {
            return isoFormat(time, " ");
        }
        if (value instanceof Undefined) {
            return "";
        }
        return value instanceof LocalDate || value instanceof Span ? value.toString() : quoted(value);
    }

    /** What Python's {@code repr()} makes of a value: texts are in quotes. */
    public static String quoted(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        append(value, out);
        return out.toString();
    }

    /** {@code 2026-10-31T09:00:00+00:00}, with microseconds where there are any. */
    public static String isoFormat(OffsetDateTime time, String separator) {
        String micros = time.getNano() < 1000 ? "" : ".%06d".formatted(time.getNano() / 1000);
        return time.toLocalDate()
                + separator
                + "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond())
                + micros
                + offset(time.getOffset());
    }

    /** For messages: the beginning of the text. */
    static String excerpt(@Nullable Object value) {
        String text = text(value);
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }

    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }

    private static void append(@Nullable Object value, StringBuilder out) {
        if (out.length() > LONGEST) {
            throw PythonError.tooMuch();
        }
        if (value instanceof String text) {
            appendQuoted(text, out);
        } else if (value instanceof List<?> list) {
            appendList(list, out);
        } else if (value instanceof Map<?, ?> map) {
            appendMap(map, out);
        } else {
            out.append(scalar(value));
        }
    }

    private static String scalar(@Nullable Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        return Types.isFraction(value) ? Numbers.print(Numbers.fraction(value)) : other(value);
    }

    private static String other(Object value) {
        if (value instanceof OffsetDateTime time) {
            return "datetime(" + isoFormat(time, "T") + ")";
        }
        if (value instanceof LocalDate || value instanceof Span) {
            return Types.name(value) + "(" + value + ")";
        }
        return value instanceof Undefined ? "Undefined" : value.toString();
    }

    private static void appendList(List<?> list, StringBuilder out) {
        boolean tuple = list instanceof Tuple;
        out.append(tuple ? '(' : '[');
        String separator = "";
        for (Object item : list) {
            out.append(separator);
            append(item, out);
            separator = ", ";
        }
        out.append(tuple && list.size() == 1 ? "," : "").append(tuple ? ')' : ']');
    }

    private static void appendMap(Map<?, ?> map, StringBuilder out) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            append(entry.getKey(), out);
            out.append(": ");
            append(entry.getValue(), out);
            separator = ", ";
        }
        out.append('}');
    }

    /** In single quotes, unless there are such within and no double ones. */
    private static void appendQuoted(String text, StringBuilder out) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        out.append(quote);
        text.codePoints().forEach(character -> appendEscaped(character, quote, out));
        out.append(quote);
    }

    private static void appendEscaped(int character, char quote, StringBuilder out) {
        switch (character) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\\' -> out.append("\\\\");
            default -> appendOther(character, quote, out);
        }
    }

    private static void appendOther(int character, char quote, StringBuilder out) {
        if (character == quote) {
            out.append('\\').append(quote);
        } else if (printable(character)) {
            out.appendCodePoint(character);
        } else {
            String form = character < 0x100 ? "\\x%02x" : character < 0x10000 ? "\\u%04x" : "\\U%08x";
            out.append(form.formatted(character));
        }
    }

    private static boolean printable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }
}
