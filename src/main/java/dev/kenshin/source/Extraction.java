package dev.kenshin.source;

import dev.kenshin.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of one stream, read one after the other and never held as a whole. For one thread. */
public interface Extraction extends AutoCloseable {

    /**
     * The next record, or a row that could not be read as one; null at the end.
     *
     * @throws SourceUnavailable if reading broke off; what was read before must then not be taken for everything
     */
    @Nullable
    SourceItem next() throws SourceUnavailable;

    /**
     * Whether every record of the stream is being read, so that those not seen are gone. May turn to false while reading
     * goes on; may turn to true only before the first record.
     */
    boolean full();

    /**
     * Where the next extract must start once all records so far are kept; empty for streams that are always read whole.
     */
    Optional<String> cursor();

    /** What a person should know of how reading ended; asked for after the end. */
    default List<Problem> warnings() {
        return List.of();
    }

    /** How many records so far were left out since they belong to somebody who is forgotten. */
    default long suppressed() {
        return 0;
    }

    @Override
    void close();
}
