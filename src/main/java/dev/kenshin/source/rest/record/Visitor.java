package dev.kenshin.source.rest.record;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.RateLimitSpent;

/** Is shown one thing after the other while they are read, so that nobody need hold them all. */
@FunctionalInterface
public interface Visitor<T> {
    void visit(T item) throws SourceUnavailable, RateLimitSpent;
}
