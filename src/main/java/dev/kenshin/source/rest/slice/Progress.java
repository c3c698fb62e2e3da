package dev.kenshin.source.rest.slice;

import dev.kenshin.source.rest.record.Json;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far an incremental stream has come, partition by partition; kept between nights as a JSON text. Beyond some thousand
 * partitions only one position is kept for all of them. Not for several threads.
 */
public final class Progress {
    private static final int MOST_PARTITIONS = 5_000;

    private final Map<String, String> positions = new LinkedHashMap<>();
    private final Map<String, String> through = new LinkedHashMap<>();
    private final Map<String, Bookmark> bookmarks = new LinkedHashMap<>();
    private final Map<String, Progress> parents = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable String global;
    private @Nullable String newest;
    private boolean together;

    private Progress() {}

    /** That nothing has been read. */
    public static Progress none() {
        return new Progress();
    }

    /** What {@link #text()} gave; nothing where it is not understood, so that everything is read again. */
    public static Progress of(Optional<String> text) {
        return text.flatMap(Json::read).map(Progress::read).orElseGet(Progress::none);
    }

    /** Whether nothing has been read. */
    public boolean isNone() {
        return global == null && positions.isEmpty() && through.isEmpty() && bookmarks.isEmpty() && parents.isEmpty();
    }

    /** The earliest position that was reached; empty where none was. */
    public Optional<String> oldest(Increment increment) {
        return Stream.concat(Stream.ofNullable(global), positions.values().stream())
                .reduce(increment::earlier);
    }

    /** Forgets everything, so that the stream is read from its beginning. */
    public void clear() {
        global = null;
        positions.clear();
        through.clear();
        bookmarks.clear();
        parents.clear();
    }

    /** How far a parent stream has come for the sake of this one. */
    Progress parent(String name) {
        return parents.computeIfAbsent(name, key -> none());
    }

    /** Takes note that a partition is read now. */
    public void begin(String partition) {
        seen.add(partition);
        together |= global != null || seen.size() > MOST_PARTITIONS;
    }

    /** Where a partition ended, or the stream while it was not divided; empty where it was never read. */
    public Optional<String> position(String partition) {
        return Optional.ofNullable(global)
                .or(() -> Optional.ofNullable(positions.get(partition)))
                .or(() -> Optional.ofNullable(positions.get("")));
    }

    /** Up to where a pass over the partition had read when it broke off. */
    public Optional<String> through(String partition) {
        return Optional.ofNullable(through.get(partition));
    }

    /** The page at which a pass over the partition broke off. */
    public Optional<Bookmark> bookmark(String partition) {
        return Optional.ofNullable(bookmarks.get(partition));
    }

    /** Takes note of a page; whether it may be kept, which it may not where all partitions share one position. */
    public boolean turned(String partition, Bookmark bookmark) {
        boolean kept = !together || partition.isEmpty();
        if (kept) {
            bookmarks.put(partition, bookmark);
        }
        return kept;
    }

    /** Forgets the page. */
    public void forget(String partition) {
        bookmarks.remove(partition);
    }

    /**
     * Takes note that a window was read to its end.
     *
     * @param newestRecord not later than the moment at which the pass began, since partitions that were read before this
     *     one may have missed what changed since
     */
    public void closed(String partition, Optional<String> newestRecord, Window window, Increment increment) {
        newestRecord.ifPresent(value -> newest = newest == null ? value : increment.later(newest, value));
        forget(partition);
        together |= increment.global();
        if (!together || partition.isEmpty()) {
            newestRecord.ifPresent(value -> positions.merge(partition, value, increment::later));
            window.end().ifPresentOrElse(end -> through.put(partition, end), () -> through.remove(partition));
        }
    }

    /** Takes note that the whole stream was read. */
    public void complete(Increment increment) {
        through.clear();
        bookmarks.clear();
        together |= positions.size() > MOST_PARTITIONS;
        if (together && newest != null && !(seen.size() == 1 && seen.contains(""))) {
            global = global == null ? newest : increment.later(global, newest);
            positions.clear();
        }
        if (parents.isEmpty()) {
            positions.keySet().retainAll(seen);
        }
    }

    /** How many partitions have a position of their own. */
    public int size() {
        return positions.size();
    }

    /** As JSON. */
    public String text() {
        return Json.write(written());
    }

    private Map<String, Object> written() {
        Map<String, Object> written = new LinkedHashMap<>();
        if (global != null) {
            written.put("all", global);
        }
        if (!positions.isEmpty()) {
            written.put("positions", positions);
        }
        if (!through.isEmpty()) {
            written.put("through", through);
        }
        if (!bookmarks.isEmpty()) {
            Map<String, Object> pages = new LinkedHashMap<>();
            bookmarks.forEach((partition, bookmark) -> pages.put(partition, bookmark.written()));
            written.put("pages", pages);
        }
        Map<String, Object> ofParents = new LinkedHashMap<>();
        parents.forEach((name, progress) -> ofParents.put(name, progress.written()));
        if (!ofParents.isEmpty()) {
            written.put("parents", ofParents);
        }
        return written;
    }

    private static Progress read(@Nullable Object text) {
        Progress progress = new Progress();
        if (text instanceof Map<?, ?> map) {
            Object all = map.get("all");
            progress.global = all == null ? null : all.toString();
            put(map.get("positions"), progress.positions);
            put(map.get("through"), progress.through);
            if (map.get("pages") instanceof Map<?, ?> pages) {
                pages.forEach((partition, page) -> {
                    if (page instanceof Map<?, ?> written) {
                        progress.bookmarks.put(String.valueOf(partition), Bookmark.read(written));
                    }
                });
            }
            if (map.get("parents") instanceof Map<?, ?> ofParents) {
                ofParents.forEach((name, value) -> progress.parents.put(String.valueOf(name), read(value)));
            }
        }
        return progress;
    }

    private static void put(@Nullable Object from, Map<String, String> into) {
        if (from instanceof Map<?, ?> map) {
            map.forEach((key, value) -> into.put(String.valueOf(key), String.valueOf(value)));
        }
    }
}
