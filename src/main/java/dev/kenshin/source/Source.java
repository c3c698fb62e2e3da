package dev.kenshin.source;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A system that can be read. One instance serves one source; its streams may be read by several threads. */
public interface Source extends AutoCloseable {

    /**
     * Starts to read a stream.
     *
     * @param cursor where the last extract of an incremental stream ended; empty reads everything
     * @throws SourceUnavailable if the system cannot be reached or what it holds cannot be read at all
     */
    Extraction extract(StreamConfig stream, Optional<String> cursor) throws SourceUnavailable;

    /** The configured streams that cannot be read at all, by name, and why; the others can. */
    default Map<String, Problem> skipped() {
        return Map.of();
    }

    /** For sources that know what could be read of them: the streams, and why some cannot be. */
    default Optional<Text> offer() {
        return Optional.empty();
    }

    /**
     * How many streams may be read side by side of a source that is waited for rather than worked for, as over a network.
     * Empty where this machine does the work; its processors then are the limit, for all such sources together.
     */
    default OptionalInt concurrency() {
        return OptionalInt.empty();
    }

    /**
     * What a stream is made of, told without reading its records: as long as the configuration stays, equal texts mean
     * equal records at equal places. Empty where that cannot be told so cheaply.
     */
    default Optional<String> fingerprint(StreamConfig stream) {
        return Optional.empty();
    }

    @Override
    void close();
}
