package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths of time of ISO 8601: {@code P1D}, {@code PT15M}, {@code P1Y2M3W}. */
final class IsoDuration {
    private static final Pattern FORM = Pattern.compile("([+-])?P(?!$)(?:(\\d{1,6})Y)?(?:(\\d{1,6})M)?(?:(\\d{1,6})W)?"
            + "(?:(\\d{1,6}(?:[.,]\\d+)?)D)?"
            + "(?:T(?:(\\d{1,9}(?:[.,]\\d+)?)H)?(?:(\\d{1,9}(?:[.,]\\d+)?)M)?(?:(\\d{1,12}(?:[.,]\\d+)?)S)?)?");

    private IsoDuration() {}

    static Span parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw PythonError.unsuitable("duration", text);
        }
        long months = number(matcher.group(2)).longValue() * 12
                + number(matcher.group(3)).longValue();
        Duration length = seconds(matcher.group(4), 604_800)
                .plus(seconds(matcher.group(5), 86_400))
                .plus(seconds(matcher.group(6), 3600))
                .plus(seconds(matcher.group(7), 60))
                .plus(seconds(matcher.group(8), 1));
        Span span = new Span(months, length);
        return "-".equals(matcher.group(1)) ? span.negated() : span;
    }

    private static Duration seconds(@Nullable String number, long each) {
        return Duration.ofNanos(number(number)
                .multiply(BigDecimal.valueOf(each))
                .movePointRight(9)
                .longValueExact());
    }

    private static BigDecimal number(@Nullable String text) {
        return text == null ? BigDecimal.ZERO : new BigDecimal(text.replace(',', '.'));
    }
}
