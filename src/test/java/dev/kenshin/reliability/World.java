package dev.kenshin.reliability;

import java.nio.file.Path;
import java.util.Map;

/** What a night needs beside its home and its files: a server of its own, so that nothing else is disturbed with it. */
interface World extends AutoCloseable {
    /** Nothing but the home and the files. */
    World EMPTY = new World() {};

    /** Makes the world of a home. */
    interface Maker {
        /**
         * Opens it.
         *
         * @param before the directory of the world that earlier nights left; it need not exist
         * @param directory of the new one, which is not there yet
         */
        World open(Path before, Path directory) throws Exception;
    }

    /** Variables by which the configuration finds the servers. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /** What readers see there, by name. */
    default Map<String, String> published() throws Exception {
        return Map.of();
    }

    @Override
    default void close() throws Exception {}
}
