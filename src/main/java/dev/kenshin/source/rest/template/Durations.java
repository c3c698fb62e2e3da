package dev.kenshin.source.rest.template;

import dev.kenshin.source.rest.python.PythonError;
import dev.kenshin.source.rest.python.Span;
import java.time.Duration;
import java.time.OffsetDateTime;

/** Lengths of time as manifests write them, in ISO 8601: {@code P1D}, {@code PT1H30M}, {@code P1M}. */
public final class Durations {
    private Durations() {}

    /**
     * The length, a month being 30 days.
     *
     * @throws TemplateProblem if it is not of that form
     */
    public static Duration parse(String text) throws TemplateProblem {
        Span span = span(text);
        return span.length().plusDays(30 * span.months());
    }

    /**
     * The time so much later, months being those of the calendar.
     *
     * @throws TemplateProblem if the length is not of that form
     */
    public static OffsetDateTime after(OffsetDateTime time, String text) throws TemplateProblem {
        return span(text).after(time);
    }

    /**
     * The time so much earlier, months being those of the calendar.
     *
     * @throws TemplateProblem if the length is not of that form
     */
    public static OffsetDateTime before(OffsetDateTime time, String text) throws TemplateProblem {
        return span(text).negated().after(time);
    }

    private static Span span(String text) throws TemplateProblem {
        try {
            return IsoDuration.parse(text);
        } catch (PythonError e) {
            throw new TemplateProblem(text, e.why());
        }
    }
}
