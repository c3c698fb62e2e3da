package dev.kenshin.source.rest.slice;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as ISO 8601 writes it, {@code P1M} or {@code PT6H}; months and years are those of the calendar. */
public record IsoDuration(Period days, Duration time) {
    static final IsoDuration NONE = new IsoDuration(Period.ZERO, Duration.ZERO);

    private static final Pattern FORM = Pattern.compile("(P(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?)(T[0-9HMS.]+)?");

    /** Empty where the text is no length of time. */
    public static Optional<IsoDuration> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            String days = matcher.group(1);
            String time = matcher.group(2);
            return Optional.of(new IsoDuration(
                    days.equals("P") ? Period.ZERO : Period.parse(days),
                    time == null ? Duration.ZERO : Duration.parse("P" + time)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean isZero() {
        return days.isZero() && time.isZero();
    }

    OffsetDateTime after(OffsetDateTime moment) {
        return moment.plus(days).plus(time);
    }

    OffsetDateTime before(OffsetDateTime moment) {
        return moment.minus(days).minus(time);
    }

    /** The instant that lies this long before another one. */
    public Instant before(Instant moment) {
        return before(moment.atOffset(ZoneOffset.UTC)).toInstant();
    }
}
