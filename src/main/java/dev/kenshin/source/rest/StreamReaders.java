package dev.kenshin.source.rest;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.manifest.Expression;
import dev.kenshin.source.rest.record.Visitor;
import dev.kenshin.source.rest.slice.Parent;
import dev.kenshin.source.rest.slice.Progress;
import dev.kenshin.source.rest.template.Variables;
import java.util.List;
import java.util.Optional;

/**
 * The readers of a stream: one that reads it as a whole, and one that goes on where the last night ended. For most streams
 * they are the same; others are read from another place once they are known, as from a log of what happened.
 *
 * @param retention how far back the second one can look, as an ISO 8601 duration; empty or blank where it has no limit
 */
record StreamReaders(String name, StreamReader whole, StreamReader onwards, Optional<Expression> retention)
        implements Parent {

    static StreamReaders always(StreamReader reader) {
        return new StreamReaders(reader.name(), reader, reader, Optional.empty());
    }

    List<String> key() {
        return whole.key();
    }

    @Override
    public boolean incremental() {
        return whole.incremental();
    }

    /** The one to read with; the progress is forgotten where it ended before what can still be looked back at. */
    StreamReader at(Progress progress, Variables scope) throws SourceUnavailable {
        if (whole.equals(onwards)) {
            return whole;
        }
        if (retention.isPresent() && onwards.missed(progress, retention.get().text(scope), scope)) {
            progress.clear();
        }
        return progress.isNone() ? whole : onwards;
    }

    @Override
    public void read(Progress progress, Variables scope, Visitor<Found> records)
            throws SourceUnavailable, RateLimitSpent {
        at(progress, scope).read(progress, scope, records);
    }
}
