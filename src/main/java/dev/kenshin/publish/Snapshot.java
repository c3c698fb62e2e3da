package dev.kenshin.publish;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that one run says about one business day.
 *
 * @param revision from 1; computing the day again makes the next one
 */
public record Snapshot(LocalDate asOf, int revision) {
    private static final Pattern DIRECTORY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-r(\\d+)(?:-renewed)?");

    public Snapshot {
        if (revision < 1) {
            throw new IllegalArgumentException("revision " + revision);
        }
    }

    /** The snapshot whose directory has this name; what a renewal left aside is that of its snapshot. */
    static Optional<Snapshot> of(String directory) {
        Matcher name = DIRECTORY.matcher(directory);
        return name.matches()
                ? Optional.of(new Snapshot(LocalDate.parse(name.group(1)), Integer.parseInt(name.group(2))))
                : Optional.empty();
    }

    /** The name of the snapshot's directory: {@code 2026-10-31-r1}. */
    String directoryName() {
        return asOf + "-r" + revision;
    }
}
