package dev.kenshin.source.rest.slice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page at which reading may go on another night.
 *
 * @param window that it belongs to
 * @param token by which it is asked for; empty for the first page
 * @param newest position of the window's records before it
 */
public record Bookmark(Window window, Optional<Object> token, Optional<String> newest) {

    /** The first page of a window. */
    public static Bookmark atStart(Window window) {
        return new Bookmark(window, Optional.empty(), Optional.empty());
    }

    Map<String, Object> written() {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("bounds", window.bounds());
        window.end().ifPresent(end -> written.put("end", end));
        token.ifPresent(value -> written.put("token", value));
        newest.ifPresent(value -> written.put("newest", value));
        return written;
    }

    static Bookmark read(Map<?, ?> written) {
        Map<String, @Nullable Object> bounds = new LinkedHashMap<>();
        if (written.get("bounds") instanceof Map<?, ?> map) {
            map.forEach((name, value) -> bounds.put(String.valueOf(name), value));
        }
        Window window = new Window(bounds, text(written.get("end")));
        return new Bookmark(window, Optional.ofNullable(written.get("token")), text(written.get("newest")));
    }

    private static Optional<String> text(@Nullable Object value) {
        return Optional.ofNullable(value).map(Object::toString);
    }
}
