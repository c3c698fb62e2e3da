package dev.kenshin.source;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Location;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** JSON has no header: that an expected field is missing shows only once no record had it. */
public final class SeenFields {
    private final Location place;
    private final Set<String> missing;
    private final Set<String> seen = new HashSet<>();

    /** @param place where the records come from */
    public SeenFields(StreamConfig stream, Location place) {
        this.place = place;
        this.missing = new LinkedHashSet<>(Columns.expected(stream));
    }

    public void add(Set<String> names) {
        if (!missing.isEmpty()) {
            seen.addAll(names);
            missing.removeAll(names);
        }
    }

    /**
     * To be called once every record was seen; where there was none, nothing is judged.
     *
     * @throws SourceUnavailable if no record had an expected field (KEN-S21)
     */
    public void check() throws SourceUnavailable {
        if (!seen.isEmpty() && !missing.isEmpty()) {
            throw Columns.missing(missing.iterator().next(), seen, place);
        }
    }
}
