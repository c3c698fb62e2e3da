package dev.kenshin.source.rest.slice;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.rest.auth.Unsupported;
import dev.kenshin.source.rest.manifest.Component;
import dev.kenshin.source.rest.request.RequestParts;
import dev.kenshin.source.rest.template.Variables;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** How a stream is read from where it ended last. Positions are texts, as the records hold them. */
public interface Increment {

    static Increment of(Component component) throws Unsupported {
        return switch (component.type()) {
            case "DatetimeBasedCursor" -> TimeCursor.of(component);
            case "IncrementingCountCursor" -> CountCursor.of(component);
            default -> throw component.unsupported();
        };
    }

    /** One pass over the stream, or over one of its partitions. */
    interface Pass {
        /** What to read, one after the other; none where there is nothing new. */
        Iterator<Window> windows();

        /** Whether the record is not older than what the pass asks for. */
        boolean reaches(Map<?, ?> record);
    }

    /**
     * Begins a pass.
     *
     * @param position where the last one ended
     * @param through up to where a pass that broke off had read
     */
    Pass pass(Optional<String> position, Optional<String> through, Variables scope) throws SourceUnavailable;

    /** Adds the bounds of the window to a call. */
    void inject(Slice slice, RequestParts parts, Variables scope) throws SourceUnavailable;

    /** The position of a record; empty where it has none that can be understood. */
    Optional<String> position(Map<?, ?> record, Variables scope) throws SourceUnavailable;

    /** The later of two positions. */
    String later(String one, String other);

    /** The earlier of two positions. */
    default String earlier(String one, String other) {
        return later(one, other).equals(one) ? other : one;
    }

    /** The position of a record that changed at this moment; empty where positions are no times. */
    Optional<String> now(Variables scope);

    /** Whether records that are older than the pass asks for are left out here, since the API does not. */
    boolean leavesOutOlder();

    /** Whether the newest records come first, so that reading may stop at the first that is older. */
    boolean newestFirst();

    /** Whether one position stands for all partitions. */
    boolean global();
}
