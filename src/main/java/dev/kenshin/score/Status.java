package dev.kenshin.score;

import java.util.Locale;

/** Where a component's score came from. Only {@link #PRESENT} and {@link #AGEING} count towards coverage. */
public enum Status {
    /** From a value that is known and fresh. */
    PRESENT,
    /** From a value that is known and not stale, but of which age has taken something away. */
    AGEING,
    /** The metric is unknown; the component does not count. */
    MISSING_EXCLUDED,
    MISSING_NEUTRAL,
    MISSING_WORST,
    /** The metric is unknown; the last known score stands in. */
    LAST_KNOWN,
    /** The data are too old; the component does not count. */
    STALE_EXCLUDED,
    STALE_NEUTRAL,
    STALE_WORST,
    STALE_LAST_KNOWN;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As stored and published: {@code missing-excluded}. */
    public String word() {
        return word;
    }

    boolean covered() {
        return this == PRESENT || this == AGEING;
    }

    /** Whether the component did not count as it was measured, because its data were too old. */
    public boolean stale() {
        return compareTo(STALE_EXCLUDED) >= 0;
    }

    /** Whether a value was there but counted for less, or not at all, because of its age. */
    boolean old() {
        return this == AGEING || stale();
    }

    boolean excluded() {
        return this == MISSING_EXCLUDED || this == STALE_EXCLUDED;
    }
}
