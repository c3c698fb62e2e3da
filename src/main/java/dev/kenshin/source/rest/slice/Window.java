package dev.kenshin.source.rest.slice;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an incremental stream reads at a time.
 *
 * @param bounds by the names under which templates know them
 * @param end up to where everything is known once the window was read; empty for the last window, whose records may still
 *     change
 */
public record Window(Map<String, @Nullable Object> bounds, Optional<String> end) {}
