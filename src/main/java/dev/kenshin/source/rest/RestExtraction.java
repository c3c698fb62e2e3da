package dev.kenshin.source.rest;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.Redaction;
import dev.kenshin.source.rest.slice.Progress;
import dev.kenshin.source.rest.template.Variables;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of one stream. The next page is fetched while the last one is landed. The cursor moves on once every record
 * of a slice was handed out, and not before.
 */
final class RestExtraction implements Extraction {
    private final StreamConfig stream;
    private final boolean incremental;
    private final Prefetch prefetch;
    private final Redaction redaction;
    private Iterator<SourceItem> items = List.<SourceItem>of().iterator();
    private Optional<String> cursor;
    private Optional<String> pending = Optional.empty();
    private Optional<Problem> warning = Optional.empty();
    private boolean ended;

    /** @param redaction knows what no problem may show */
    RestExtraction(StreamConfig stream, StreamReader reader, Progress progress, Variables scope, Redaction redaction) {
        this.stream = stream;
        this.incremental = reader.incremental();
        this.cursor = incremental ? Optional.of(progress.text()) : Optional.empty();
        this.redaction = redaction;
        this.prefetch = new Prefetch(stream, reader, progress, scope);
    }

    @Override
    public @Nullable SourceItem next() throws SourceUnavailable {
        while (!ended && !items.hasNext()) {
            take(prefetch.next());
        }
        if (!items.hasNext()) {
            return null;
        }
        SourceItem item = items.next();
        settle();
        return item;
    }

    @Override
    public boolean full() {
        return !incremental;
    }

    @Override
    public Optional<String> cursor() {
        return cursor;
    }

    @Override
    public List<Problem> warnings() {
        return warning.stream().toList();
    }

    @Override
    public void close() {
        prefetch.close();
    }

    private void take(Batch batch) throws SourceUnavailable {
        items = batch.items().iterator();
        pending = batch.cursor();
        settle();
        if (batch.end().isPresent()) {
            ended = true;
            end(batch.end().get());
        }
    }

    /** The cursor may be kept as soon as the last record before it was handed out. */
    private void settle() {
        if (!items.hasNext() && pending.isPresent()) {
            cursor = pending;
            pending = Optional.empty();
        }
    }

    /** A mistake in the program, told without secrets: its words may quote what it stumbled over. */
    static IllegalStateException failure(StreamConfig stream, Throwable cause, Redaction redaction) {
        return new IllegalStateException("reading " + stream.qualifiedName() + " failed", redaction.of(cause));
    }

    private void end(Batch.End end) throws SourceUnavailable {
        if (end instanceof Batch.Failed failed) {
            throw failed.failure().with(redaction.of(failed.failure().problem()));
        }
        if (end instanceof Batch.Broken broken) {
            throw failure(stream, broken.cause(), redaction);
        }
        if (end instanceof Batch.Partial partial) {
            if (!incremental) {
                throw new SourceUnavailable(RestProblems.unfinished(stream, partial.limit()));
            }
            warning = Optional.of(RestProblems.partial(stream, partial.limit()));
        }
    }
}
