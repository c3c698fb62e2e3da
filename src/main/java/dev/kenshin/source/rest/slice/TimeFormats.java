package dev.kenshin.source.rest.slice;

import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.template.DateFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads times in the formats that a cursor states, and in ISO 8601 where none of them fits. */
final class TimeFormats {
    private final DateFormat output;
    private final List<DateFormat> inputs;

    private TimeFormats(DateFormat output, List<DateFormat> inputs) {
        this.output = output;
        this.inputs = inputs;
    }

    static TimeFormats of(Component cursor) {
        String format = cursor.text("datetime_format").orElse("%Y-%m-%dT%H:%M:%S.%f%z");
        List<DateFormat> inputs = new ArrayList<>();
        if (cursor.values().get("cursor_datetime_formats") instanceof List<?> formats) {
            formats.forEach(each -> inputs.add(DateFormat.of(String.valueOf(each))));
        }
        inputs.add(DateFormat.of(format));
        return new TimeFormats(DateFormat.of(format), inputs);
    }

    /** The same with another format that is tried first. */
    TimeFormats with(Optional<String> format) {
        List<DateFormat> more = new ArrayList<>(inputs);
        format.ifPresent(first -> more.add(0, DateFormat.of(first)));
        return new TimeFormats(output, more);
    }

    String format(OffsetDateTime time) {
        return output.format(time);
    }

    Optional<OffsetDateTime> parse(@Nullable Object value) {
        String text = value == null ? "" : value.toString().strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (DateFormat input : inputs) {
            Optional<OffsetDateTime> time = input.parse(text);
            if (time.isPresent()) {
                return time;
            }
        }
        return iso(text);
    }

    private static Optional<OffsetDateTime> iso(String text) {
        try {
            if (text.length() <= 10) {
                return Optional.of(LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC));
            }
            String joined = text.replaceFirst(" ", "T").replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
            return Optional.of(
                    joined.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
                            ? OffsetDateTime.parse(joined)
                            : LocalDateTime.parse(joined).atOffset(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
