package dev.kenshin.publish;

import java.time.LocalDate;

/**
 * All that one run says about one business day.
 *
 * @param revision from 1; computing the day again makes the next one
 */
public record Snapshot(LocalDate asOf, int revision) {
    public Snapshot {
        if (revision < 1) {
            throw new IllegalArgumentException("revision " + revision);
        }
    }

    /** The name of the snapshot's directory: {@code 2026-10-31-r1}. */
    String directoryName() {
        return asOf + "-r" + revision;
    }
}
