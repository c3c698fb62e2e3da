package dev.kenshin.source.rest.slice;

import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Divides a span of time into windows.
 *
 * @param startField the name under which templates know the start, {@code endField} that of the end
 * @param step how long a window is; empty for one that is as long as the span
 * @param granularity by how much a window ends before the next one begins; where it is nothing they share their bound,
 *     and what changed just then is read twice
 */
record TimeWindows(
        TimeFormats formats, String startField, String endField, Optional<IsoDuration> step, IsoDuration granularity) {

    Iterator<Window> between(OffsetDateTime first, OffsetDateTime last) {
        return new Iterator<>() {
            private OffsetDateTime at = first;

            @Override
            public boolean hasNext() {
                return at.isBefore(last);
            }

            @Override
            public Window next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                OffsetDateTime from = at;
                OffsetDateTime next = step.isEmpty() ? last : step.get().after(from);
                at = next.isBefore(last) && next.isAfter(from) ? next : last;
                return window(from, at, at.equals(last));
            }
        };
    }

    private Window window(OffsetDateTime from, OffsetDateTime to, boolean isLast) {
        Map<String, @Nullable Object> bounds = new LinkedHashMap<>();
        bounds.put(startField, formats.format(from));
        bounds.put(endField, formats.format(isLast ? to : granularity.before(to)));
        return new Window(bounds, isLast ? Optional.empty() : Optional.of(formats.format(to)));
    }
}
