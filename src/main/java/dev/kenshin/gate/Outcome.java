package dev.kenshin.gate;

import java.util.Locale;

/** What followed from what a gate measured. */
public enum Outcome {
    PASSED,
    WARNED,
    /** Above the limit, and a person has said that it is right. */
    ACCEPTED,
    /** An extract was not believed; the night went on with the last one that was. */
    REFUSED,
    BLOCKED,
    /** There was nothing to compare with, or too little. */
    NOT_MEASURED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
