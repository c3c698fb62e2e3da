package dev.kenshin.source.rest.python;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats of the kind {@code '%05d of %s' % (1, 'x')}. */
final class PercentFormat {
    private static final Pattern PART =
            Pattern.compile("%(?:\\((\\w+)\\))?([-+ 0#]*)(\\d{0,4})(?:\\.(\\d{1,3}))?([a-zA-Z%])?");

    private final Object values;
    private int next;

    private PercentFormat(Object values) {
        this.values = values;
    }

    static String of(String format, @Nullable Object values) {
        return new PercentFormat(values instanceof Tuple || values instanceof Map ? values : Tuple.of(values))
                .filled(format);
    }

    private String filled(String format) {
        String filled = PART.matcher(format).replaceAll(part -> Matcher.quoteReplacement(part(part)));
        boolean surplus = values instanceof List<?> list && next < list.size() && !isKeyed(list);
        if (surplus) {
            throw PythonError.unsuitable("%", format);
        }
        return filled;
    }

    /** Whether the only value may have been meant for {@code %(name)s}. */
    private static boolean isKeyed(List<?> values) {
        return values.size() == 1 && values.get(0) instanceof List<?> only && !(only instanceof Tuple);
    }

    private String part(MatchResult part) {
        String type = part.group(5);
        if (type == null) {
            throw PythonError.unsuitable("%", part.group());
        }
        return type.equals("%") ? "%" : laidOut(part, type, value(part.group(1)));
    }

    private static String laidOut(MatchResult part, String type, @Nullable Object value) {
        String flags = part.group(2);
        String align = flags.contains("-") ? "<" : flags.contains("0") && !type.equals("s") ? "" : ">";
        String sign = flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
        String zero = flags.contains("0") && align.isEmpty() ? "0" : "";
        String precision = part.group(4) == null ? "" : "." + part.group(4);
        boolean text = type.equals("s") || type.equals("r");
        Object shown = text ? type.equals("s") ? Printed.text(value) : Printed.quoted(value) : number(type, value);
        return FormatSpec.of(align + (text ? "" : sign) + zero + part.group(3) + precision + (text ? "s" : type))
                .apply(shown);
    }

    /** {@code %d} cuts fractions off. */
    private static Object number(String type, @Nullable Object value) {
        Object number = Arithmetic.number("%" + type, value);
        boolean cut = Types.isFraction(number) && (type.equals("d") || type.equals("i"));
        return cut ? (Object) (long) Numbers.fraction(number) : number;
    }

    private @Nullable Object value(@Nullable String name) {
        if (values instanceof Map<?, ?> map && name != null && map.containsKey(name)) {
            return map.get(name);
        }
        if (name != null || !(values instanceof List<?> list) || next >= list.size()) {
            throw PythonError.unsuitable("%", values);
        }
        return list.get(next++);
    }
}
