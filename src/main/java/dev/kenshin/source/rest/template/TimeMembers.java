package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.Printed;
import dev.kenshin.source.rest.python.Span;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What belongs to times, dates and lengths of time. */
final class TimeMembers {
    private static final long MICROS = 1_000_000;

    private TimeMembers() {}

    static Optional<Object> named(@Nullable Object value, String name) {
        if (value instanceof OffsetDateTime time) {
            return ofTime(time, name).or(() -> ofDate(time.toLocalDate(), time, name));
        }
        if (value instanceof LocalDate date) {
            return ofDate(date, date.atStartOfDay().atOffset(ZoneOffset.UTC), name);
        }
        return value instanceof Span span ? ofSpan(span.length(), name) : Optional.empty();
    }

    private static Optional<Object> ofTime(OffsetDateTime time, String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "hour" -> (long) time.getHour();
                    case "minute" -> (long) time.getMinute();
                    case "second" -> (long) time.getSecond();
                    case "microsecond" -> (long) time.getNano() / 1000;
                    case "timestamp" -> function(timestamp(time));
                    case "date" -> function(time.toLocalDate());
                    case "isoformat" -> (Function) (with, frame) -> Printed.isoFormat(time, with.text(0, "sep", "T"));
                    case "replace" -> (Function) (with, frame) -> replaced(time, with.named());
                    case "astimezone" ->
                        function(time.atZoneSameInstant(ZoneId.of("UTC")).toOffsetDateTime());
                    default -> null;
                });
    }

    private static Optional<Object> ofDate(LocalDate date, OffsetDateTime time, String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "year" -> (long) date.getYear();
                    case "month" -> (long) date.getMonthValue();
                    case "day" -> (long) date.getDayOfMonth();
                    case "weekday" -> function(date.getDayOfWeek().getValue() - 1L);
                    case "isoweekday" -> function((long) date.getDayOfWeek().getValue());
                    case "isoformat" -> function(date.toString());
                    case "strftime" ->
                        (Function) (with, frame) ->
                                DateFormat.of(with.text(0, "format")).format(time);
                    case "replace" ->
                        (Function) (with, frame) -> replaced(time, with.named()).toLocalDate();
                    default -> null;
                });
    }

    private static Optional<Object> ofSpan(Duration length, String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "days" -> Math.floorDiv(length.toSeconds(), 86_400L);
                    case "seconds" -> Math.floorMod(length.toSeconds(), 86_400L);
                    case "microseconds" -> (long) length.toNanosPart() / 1000;
                    case "total_seconds" -> function(length.toSeconds() + length.toNanosPart() / 1e9);
                    default -> null;
                });
    }

    /** In seconds, as a fraction. */
    static double timestamp(OffsetDateTime time) {
        return (time.toEpochSecond() * MICROS + time.getNano() / 1000) / (double) MICROS;
    }

    private static OffsetDateTime replaced(OffsetDateTime time, Map<String, @Nullable Object> fields) {
        Arguments with = new Arguments(List.of(), fields);
        return time.withDayOfMonth(1)
                .withYear(with.number(0, "year", time.getYear()))
                .withMonth(with.number(0, "month", time.getMonthValue()))
                .withDayOfMonth(with.number(0, "day", time.getDayOfMonth()))
                .withHour(with.number(0, "hour", time.getHour()))
                .withMinute(with.number(0, "minute", time.getMinute()))
                .withSecond(with.number(0, "second", time.getSecond()))
                .withNano(with.number(0, "microsecond", time.getNano() / 1000) * 1000);
    }

    private static Function function(Object result) {
        return (arguments, frame) -> result;
    }
}
