package dev.kenshin.source.singer;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Whether all of a stream is being read, and where its next extract must start.
 *
 * <p>A tap may say how it copies a stream; a full table is then always read as a whole, and no state of it is kept.
 * Where it does not say, the first state that holds anything tells that it can go on from where it was. A new version of
 * the table comes with all its records: if it comes before any other, those that are not in it are gone.
 */
final class Progress {
    private static final String CURRENT = "currently_syncing";

    private final boolean always;
    private boolean incremental;
    private boolean replacing;
    private boolean passed;
    private boolean activated;
    private Optional<String> state;
    private Optional<Long> version;

    /** The tap began to replace the table by a new version after it had given rows of the old one. */
    static final class Replaced extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** @param last where the last extract ended */
    Progress(Optional<Replication> method, Optional<Bookmark> last) {
        this.always = method.equals(Optional.of(Replication.FULL_TABLE));
        this.incremental = !always && (last.isPresent() || method.isPresent());
        this.state = always ? Optional.empty() : last.map(Bookmark::state);
        this.version = always ? Optional.empty() : last.flatMap(Bookmark::version);
    }

    /** What the tap is to go on from. */
    Optional<String> state() {
        return state;
    }

    void row(Optional<Long> ofVersion) throws Replaced {
        if (ofVersion.isPresent()) {
            see(ofVersion.get());
        }
        passed = true;
    }

    void activate(long activatedVersion) throws Replaced {
        see(activatedVersion);
        activated = true;
    }

    void state(String value) {
        if (!always && (incremental || holdsAnything(value))) {
            incremental = true;
            state = Optional.of(value);
        }
    }

    /** A new version that was not activated leaves the rows of the old one as they are. */
    void end() {
        replacing &= activated;
    }

    boolean full() {
        return replacing || !incremental;
    }

    Optional<String> cursor() {
        return incremental ? state.map(value -> new Bookmark(value, version).text()) : Optional.empty();
    }

    private void see(long seen) throws Replaced {
        if (version.isPresent() && version.get() != seen) {
            if (passed) {
                throw new Replaced();
            }
            replacing = incremental;
            activated = false;
        }
        version = Optional.of(seen);
    }

    /** Some taps write states that only say which stream is at hand, or nothing at all. */
    private static boolean holdsAnything(String value) {
        try {
            return holdsAnything(SingerJson.MAPPER.readTree(value));
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean holdsAnything(JsonNode tree) {
        if (tree.isObject()) {
            return tree.propertyStream()
                    .anyMatch(field -> !field.getKey().equals(CURRENT) && holdsAnything(field.getValue()));
        }
        return tree.isArray() ? tree.valueStream().anyMatch(Progress::holdsAnything) : !tree.isNull();
    }
}
