package dev.kenshin.source.rest.template;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A format of dates and times as Python writes it ({@code %Y-%m-%dT%H:%M:%SZ}), with the dialect's {@code %s},
 * {@code %s_as_float}, {@code %ms}, {@code %epoch_microseconds} and {@code %_ms}. Names of days and months are English.
 */
public final class DateFormat {
    private static final Pattern DIRECTIVE =
            Pattern.compile("%(s_as_float|epoch_microseconds|_ms|ms(?![A-Za-z])|-?[A-Za-z%])", Pattern.DOTALL);
    private static final int MOST_KNOWN = 500;
    private static final Map<String, DateFormat> KNOWN = new ConcurrentHashMap<>();

    private final String format;
    /** Literal texts and directives in turn, beginning and ending with a text. */
    private final List<String> texts = new ArrayList<>();

    private final List<String> directives = new ArrayList<>();
    private final Pattern pattern;

    private DateFormat(String format) {
        this.format = format;
        Matcher directive = DIRECTIVE.matcher(expanded(format));
        StringBuilder text = new StringBuilder();
        while (directive.find()) {
            directive.appendReplacement(text, "");
            texts.add(text.toString());
            text.setLength(0);
            directives.add(directive.group(1));
        }
        texts.add(directive.appendTail(text).toString());
        pattern = Pattern.compile(regularExpression(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    public static DateFormat of(String format) {
        if (KNOWN.size() > MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(format, DateFormat::new);
    }

    /** The time as text, in its own offset. */
    public String format(OffsetDateTime time) {
        StringBuilder out = new StringBuilder(texts.get(0));
        for (int i = 0; i < directives.size(); i++) {
            out.append(DateDirective.format(directives.get(i), time)).append(texts.get(i + 1));
        }
        return out.toString();
    }

    /** The time that the text names; UTC where it names no offset. Empty where the text is not of this format. */
    public Optional<OffsetDateTime> parse(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ParsedTime parsed = new ParsedTime();
        try {
            for (int i = 0; i < directives.size(); i++) {
                parsed.set(directives.get(i), matcher.group(i + 1));
            }
            return Optional.of(parsed.time());
        } catch (DateTimeException | ArithmeticException | NumberFormatException impossible) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return format;
    }

    /** Some directives stand for others. */
    private static String expanded(String format) {
        return format.replace("%F", "%Y-%m-%d")
                .replace("%T", "%H:%M:%S")
                .replace("%R", "%H:%M")
                .replace("%D", "%m/%d/%y")
                .replace("%x", "%m/%d/%y")
                .replace("%X", "%H:%M:%S")
                .replace("%c", "%a %b %d %H:%M:%S %Y");
    }

    private String regularExpression() {
        StringBuilder out = new StringBuilder(quoted(texts.get(0)));
        for (int i = 0; i < directives.size(); i++) {
            out.append('(').append(DateDirective.pattern(directives.get(i))).append(')');
            out.append(quoted(texts.get(i + 1)));
        }
        return out.toString();
    }

    /** Any blanks match any others. */
    private static String quoted(String text) {
        return text.isEmpty() ? "" : Pattern.quote(text).replaceAll("\\s+", "\\\\E\\\\s+\\\\Q");
    }
}
