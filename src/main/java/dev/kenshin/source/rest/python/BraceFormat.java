package dev.kenshin.source.rest.python;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats of the kind {@code '{} of {name:>5}'.format(1, name='x')}. */
public final class BraceFormat {
    private static final Pattern PART =
            Pattern.compile("\\{\\{|\\}\\}|\\{(\\w*)((?:\\[[^\\]{}]*\\])*)(?:!([rs]))?(?::([^{}]*))?\\}|[{}]");
    private static final Pattern KEY = Pattern.compile("\\[([^\\]]*)\\]");

    private final List<? extends @Nullable Object> values;
    private final Map<String, ? extends @Nullable Object> named;
    private int next;

    private BraceFormat(List<? extends @Nullable Object> values, Map<String, ? extends @Nullable Object> named) {
        this.values = values;
        this.named = named;
    }

    public static String of(
            String format, List<? extends @Nullable Object> values, Map<String, ? extends @Nullable Object> named) {
        BraceFormat filler = new BraceFormat(values, named);
        return PART.matcher(format).replaceAll(part -> Matcher.quoteReplacement(filler.part(part)));
    }

    private String part(MatchResult part) {
        String text = part.group();
        if (text.equals("{{") || text.equals("}}")) {
            return text.substring(1);
        }
        if (part.group(1) == null) {
            throw PythonError.unsuitable("format", text);
        }
        Object value = within(value(part.group(1)), part.group(2));
        Object shown =
                part.group(3) == null ? value : part.group(3).equals("r") ? Printed.quoted(value) : Printed.text(value);
        return part.group(4) == null
                ? Printed.text(shown)
                : FormatSpec.of(part.group(4)).apply(shown);
    }

    private @Nullable Object value(String name) {
        boolean position = name.isEmpty() || name.matches("\\d{1,4}");
        int index = name.isEmpty() ? next++ : position ? Integer.parseInt(name) : 0;
        if (position ? index >= values.size() : !named.containsKey(name)) {
            throw PythonError.unsuitable("format", "{" + name + "}");
        }
        return position ? values.get(index) : named.get(name);
    }

    private static @Nullable Object within(@Nullable Object value, String keys) {
        Object current = value;
        for (MatchResult key : KEY.matcher(keys).results().toList()) {
            current = current instanceof List<?> list
                    ? list.get(Integer.parseInt(key.group(1)))
                    : current instanceof Map<?, ?> map ? map.get(key.group(1)) : null;
        }
        return current;
    }
}
