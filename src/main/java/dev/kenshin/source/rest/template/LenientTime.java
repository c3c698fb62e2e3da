package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Types;
import dev.kenshin.source.rest.python.Undefined;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Times in whatever form systems write them; UTC where they name no offset, and always given in UTC. */
final class LenientTime {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,10}(\\.\\d{1,9})?");
    private static final Pattern FORM =
            Pattern.compile("(?<date>.*?)(?:(?:[T ]|, )\\s*(?<time>\\d{1,2}:\\d{2}.*))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?\\s*([ap]m)?\\s*"
                    + "(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?",
            Pattern.CASE_INSENSITIVE);
    private static final List<DateFormat> DATES = Stream.of(
                    "%Y-%m-%d",
                    "%Y/%m/%d",
                    "%Y.%m.%d",
                    "%m/%d/%Y",
                    "%m-%d-%Y",
                    "%d.%m.%Y",
                    "%a, %d %b %Y",
                    "%d %b %Y",
                    "%d %B %Y",
                    "%b %d, %Y",
                    "%B %d, %Y",
                    "%b %d %Y",
                    "%B %d %Y",
                    "%d-%b-%Y",
                    "%Y-%m",
                    "%A, %d %B %Y",
                    "%A, %B %d, %Y",
                    "%a %b %d %Y",
                    "%Y%m%d")
            .map(DateFormat::of)
            .toList();

    private LenientTime() {}

    static OffsetDateTime parse(@Nullable Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (value instanceof OffsetDateTime time) {
            return time.withOffsetSameInstant(ZoneOffset.UTC);
        }
        if (value instanceof LocalDate date) {
            return date.atStartOfDay().atOffset(ZoneOffset.UTC);
        }
        String text = value instanceof String given ? given.strip() : Types.isNumber(value) ? value + "" : "";
        return read(text).orElseThrow(() -> PythonError.unsuitable("datetime", value));
    }

    private static Optional<OffsetDateTime> read(String text) {
        try {
            return SECONDS.matcher(text).matches() ? Optional.of(ofSeconds(text)) : ofDate(text);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static OffsetDateTime ofSeconds(String text) {
        long micros = Math.round(Double.parseDouble(text) * 1e6);
        return Instant.EPOCH.plusNanos(micros * 1000).atOffset(ZoneOffset.UTC);
    }

    private static Optional<OffsetDateTime> ofDate(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String date = form.group("date").strip();
        String time = form.group("time");
        return DATES.stream()
                .flatMap(format -> format.parse(date).stream())
                .findFirst()
                .flatMap(day -> time == null ? Optional.of(day) : at(day.toLocalDate(), time.strip()));
    }

    private static Optional<OffsetDateTime> at(LocalDate day, String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        String nanos = time.group(4) == null ? "0" : (time.group(4) + "00000000").substring(0, 9);
        int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        return Optional.of(day.atTime(hour(time), Integer.parseInt(time.group(2)), second, micros(nanos))
                .atOffset(offset(time.group(6)))
                .withOffsetSameInstant(ZoneOffset.UTC));
    }

    private static int micros(String nanos) {
        return Integer.parseInt(nanos) / 1000 * 1000;
    }

    private static int hour(Matcher time) {
        int hour = Integer.parseInt(time.group(1));
        String half = time.group(5);
        return half == null ? hour : hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
    }

    private static ZoneOffset offset(@Nullable String text) {
        boolean named = text != null && (text.startsWith("+") || text.startsWith("-"));
        return named ? ZoneOffset.of(text) : ZoneOffset.UTC;
    }
}
