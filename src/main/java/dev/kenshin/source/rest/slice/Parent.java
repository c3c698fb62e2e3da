package dev.kenshin.source.rest.slice;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.record.Visitor;
import dev.kenshin.source.rest.template.Variables;
import java.util.Map;

/** A stream whose records are the partitions of another. */
public interface Parent {
    String name();

    /** Whether it can be read from where it ended last. */
    boolean incremental();

    /** One record, and the slice in which it was found. */
    record Found(Map<?, ?> record, Slice slice) {}

    /**
     * Reads the stream.
     *
     * @param progress where to begin; moves on with each slice whose records have all been shown
     */
    void read(Progress progress, Variables scope, Visitor<Found> records) throws SourceUnavailable, RateLimitSpent;
}
