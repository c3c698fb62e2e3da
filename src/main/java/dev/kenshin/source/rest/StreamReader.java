package dev.kenshin.source.rest;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.record.Visitor;
import dev.kenshin.source.rest.slice.Bookmark;
import dev.kenshin.source.rest.slice.Increment;
import dev.kenshin.source.rest.slice.IsoDuration;
import dev.kenshin.source.rest.slice.Parent;
import dev.kenshin.source.rest.slice.Progress;
import dev.kenshin.source.rest.slice.Router;
import dev.kenshin.source.rest.slice.Slice;
import dev.kenshin.source.rest.slice.Window;
import dev.kenshin.source.rest.template.Variables;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a stream: partition by partition, each window by window, each page by page. Immutable; for several threads. */
final class StreamReader implements Parent {
    private static final int MOST_REMEMBERED = 200_000;

    private final String name;
    private final List<String> key;
    private final Retriever retriever;
    private final Router router;
    private final Optional<Increment> increment;

    /** @param key the primary key that the manifest states, empty where it states none */
    StreamReader(String name, List<String> key, Retriever retriever, Router router, Optional<Increment> increment) {
        this.name = name;
        this.key = key;
        this.retriever = retriever;
        this.router = router;
        this.increment = increment;
    }

    @Override
    public String name() {
        return name;
    }

    List<String> key() {
        return key;
    }

    @Override
    public boolean incremental() {
        return increment.isPresent();
    }

    /**
     * Whether some part of the stream was last read longer ago than a length of time.
     *
     * @param length as ISO 8601 writes it; blank for one without end
     */
    boolean missed(Progress progress, String length, Variables scope) {
        Optional<IsoDuration> period = IsoDuration.parse(length);
        if (period.isEmpty() || increment.isEmpty()) {
            return false;
        }
        Increment by = increment.get();
        Optional<String> limit = by.now(new Variables(
                scope.values(), Clock.fixed(period.get().before(scope.clock().instant()), ZoneOffset.UTC)));
        return limit.isPresent()
                && progress.oldest(by)
                        .map(oldest -> !by.later(oldest, limit.get()).equals(oldest))
                        .orElse(false);
    }

    @Override
    public void read(Progress progress, Variables scope, Visitor<Found> records)
            throws SourceUnavailable, RateLimitSpent {
        read(progress, scope, (Object record, Slice slice) -> {
            if (record instanceof Map<?, ?> map) {
                records.visit(new Found(map, slice));
            }
        });
    }

    /** Reads everything, or what is new; {@code progress} moves on slice by slice. */
    void read(Progress progress, Variables scope, Harvest harvest) throws SourceUnavailable, RateLimitSpent {
        Set<String> seen = new HashSet<>();
        router.partitions(progress, scope, partition -> {
            if (seen.size() >= MOST_REMEMBERED || seen.add(partition.key())) {
                readPartition(partition, progress, scope, harvest);
            }
        });
        increment.ifPresent(progress::complete);
        harvest.checkpoint();
    }

    private void readPartition(Slice partition, Progress progress, Variables scope, Harvest harvest)
            throws SourceUnavailable, RateLimitSpent {
        if (increment.isEmpty()) {
            retriever.read(partition, Optional.empty(), Optional.empty(), scope, harvest);
            return;
        }
        String key = partition.key();
        Increment by = increment.get();
        progress.begin(key);
        Optional<Bookmark> bookmark = progress.bookmark(key);
        if (bookmark.isPresent()) {
            resume(bookmark.get(), pass(by, partition, progress, scope), partition, progress, scope, harvest);
        }
        Increment.Pass pass = pass(by, partition, progress, scope);
        Iterator<Window> windows = pass.windows();
        while (windows.hasNext()) {
            Bookmark start = Bookmark.atStart(windows.next());
            readWindow(start, pass, partition, progress, new Newest(by, start, key, progress, scope, harvest));
        }
    }

    /** The server may have forgotten the page meanwhile; then its window is read from the beginning. */
    private void resume(
            Bookmark bookmark,
            Increment.Pass pass,
            Slice partition,
            Progress progress,
            Variables scope,
            Harvest harvest)
            throws SourceUnavailable, RateLimitSpent {
        Newest newest = new Newest(increment.orElseThrow(), bookmark, partition.key(), progress, scope, harvest);
        try {
            readWindow(bookmark, pass, partition, progress, newest);
        } catch (SourceUnavailable e) {
            if (newest.pages > 0) {
                throw e;
            }
            progress.forget(partition.key());
        }
    }

    private void readWindow(Bookmark from, Increment.Pass pass, Slice partition, Progress progress, Newest newest)
            throws SourceUnavailable, RateLimitSpent {
        Slice slice = partition.within(from.window().bounds());
        retriever.read(slice, Optional.of(pass), from.token(), newest.scope, newest);
        progress.closed(partition.key(), newest.position(), from.window(), newest.by);
        newest.harvest.checkpoint();
    }

    private static Increment.Pass pass(Increment by, Slice partition, Progress progress, Variables scope)
            throws SourceUnavailable {
        return by.pass(progress.position(partition.key()), progress.through(partition.key()), partition.in(scope));
    }

    /**
     * Takes note of the newest record of a window, page by page. What is later than now must be a mistake and would hide
     * all that follows.
     */
    private static final class Newest implements Harvest {
        private final Increment by;
        private final Bookmark from;
        private final String partition;
        private final Progress progress;
        private final Variables scope;
        private final Harvest harvest;
        private @Nullable String newest;
        private int pages;

        Newest(Increment by, Bookmark from, String partition, Progress progress, Variables scope, Harvest harvest) {
            this.by = by;
            this.from = from;
            this.partition = partition;
            this.progress = progress;
            this.scope = scope;
            this.harvest = harvest;
            this.newest = from.newest().orElse(null);
        }

        @Override
        public void record(Object record, Slice slice) throws SourceUnavailable, RateLimitSpent {
            if (record instanceof Map<?, ?> map) {
                by.position(map, slice.in(scope))
                        .ifPresent(position -> newest = newest == null ? position : by.later(newest, position));
            }
            harvest.record(record, slice);
        }

        @Override
        public void pageEnded(Optional<Object> next) {
            pages++;
            harvest.pageEnded(next);
            if (next.isPresent() && progress.turned(partition, new Bookmark(from.window(), next, position()))) {
                harvest.checkpoint();
            }
        }

        Optional<String> position() {
            Optional<String> now = by.now(scope);
            return Optional.ofNullable(newest)
                    .map(position -> now.map(it -> by.earlier(position, it)).orElse(position));
        }
    }
}
