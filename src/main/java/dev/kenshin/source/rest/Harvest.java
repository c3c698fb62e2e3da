package dev.kenshin.source.rest;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.slice.Slice;
import java.util.Optional;

/** Is shown what is read of a stream. */
interface Harvest {

    /**
     * One record was read.
     *
     * @param record a map, or the text of something that is no object
     */
    void record(Object record, Slice slice) throws SourceUnavailable, RateLimitSpent;

    /**
     * A page was read to its end.
     *
     * @param next the token by which another night may go on after it; empty where there is none, or it would not last
     */
    default void pageEnded(Optional<Object> next) {}

    /** The progress knows of everything that was shown. */
    default void checkpoint() {}
}
