package dev.kenshin.source.rest.slice;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.record.Visitor;
import dev.kenshin.source.rest.request.RequestParts;
import dev.kenshin.source.rest.template.Variables;

/** Divides a stream into partitions. */
public interface Router {

    /** A stream without partitions. */
    Router NONE = new Router() {
        @Override
        public void partitions(Progress progress, Variables scope, Visitor<Slice> partitions)
                throws SourceUnavailable, RateLimitSpent {
            partitions.visit(Slice.WHOLE);
        }

        @Override
        public void inject(Slice slice, RequestParts parts, Variables scope) {
            // There is nothing to say about the whole.
        }
    };

    /**
     * Shows one partition after the other; each is read before the next is found.
     *
     * @param progress of the stream that is divided; keeps how far its parents have come
     */
    void partitions(Progress progress, Variables scope, Visitor<Slice> partitions)
            throws SourceUnavailable, RateLimitSpent;

    /** Adds to a call what tells the partition. */
    void inject(Slice slice, RequestParts parts, Variables scope) throws SourceUnavailable;
}
