package dev.kenshin.source.rest;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.slice.Slice;

/** Is shown what is read of a stream. */
interface Harvest {

    /** @param record a map, or the text of something that is no object */
    void record(Object record, Slice slice) throws SourceUnavailable, RateLimitSpent;

    /** A page was read to its end. */
    default void pageEnded() {}

    /** A slice was read to its end, and the progress knows it. */
    default void sliceEnded() {}
}
