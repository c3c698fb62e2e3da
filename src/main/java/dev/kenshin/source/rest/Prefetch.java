package dev.kenshin.source.rest;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Location;
import dev.kenshin.source.LogContext;
import dev.kenshin.source.Place;
import dev.kenshin.source.SeenFields;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.RateLimitSpent;
import dev.kenshin.source.rest.record.RecordFields;
import dev.kenshin.source.rest.slice.Progress;
import dev.kenshin.source.rest.slice.Slice;
import dev.kenshin.source.rest.template.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;

/** Reads ahead in a thread of its own, by a few batches and no more, so that memory stays flat however long a stream is. */
final class Prefetch implements AutoCloseable {
    private static final int BATCHES = 8;
    private static final int LARGEST_BATCH = 1_000;

    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(BATCHES);
    private final StreamConfig stream;
    private final StreamReader reader;
    private final Progress progress;
    private final Variables scope;
    private final Thread thread;
    private boolean started;

    Prefetch(StreamConfig stream, StreamReader reader, Progress progress, Variables scope) {
        this.stream = stream;
        this.reader = reader;
        this.progress = progress;
        this.scope = scope;
        this.thread = new Thread(LogContext.carriedInto(this::run), "read-" + stream.qualifiedName());
        thread.setDaemon(true);
    }

    /** The next batch; waits for it. Not to be called again after the last. */
    Batch next() throws SourceUnavailable {
        if (!started) {
            started = true;
            thread.start();
        }
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + stream.qualifiedName(), e);
        }
    }

    /** Ends the thread, also while it waits for a server or a rate limit. */
    @Override
    public void close() {
        thread.interrupt();
        queue.clear();
    }

    private void run() {
        Filling filling = new Filling();
        Batch.End end;
        try {
            reader.read(progress, scope, filling);
            filling.seen.check();
            end = new Batch.Complete();
        } catch (SourceUnavailable e) {
            if (e.isInterruption()) {
                Thread.interrupted(); // else the one who waits for the next batch would never hear of it
            }
            end = new Batch.Failed(e);
        } catch (RateLimitSpent e) {
            end = new Batch.Partial(e.problem());
        } catch (Closed e) {
            return;
        } catch (Throwable e) {
            end = new Batch.Broken(e);
        }
        filling.end(end);
    }

    private void put(Batch batch) {
        try {
            queue.put(batch);
        } catch (InterruptedException e) {
            throw new Closed(e);
        }
    }

    /** Nobody wants any more records. */
    private static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Closed(InterruptedException cause) {
            super(cause);
        }
    }

    /** Gathers records into batches. A cursor that is long because there are many partitions is written now and then only. */
    private final class Filling implements Harvest {
        private static final int PARTITIONS_A_CURSOR = 50;

        private final SeenFields seen = new SeenFields(stream, new Location.Named(stream.qualifiedName()));
        private List<SourceItem> items = new ArrayList<>();
        private long row;
        private int checkpoints;

        @Override
        public void record(Object record, Slice slice) {
            row++;
            if (record instanceof Map<?, ?> map) {
                RecordFields fields = RecordFields.of(map);
                seen.add(fields.fields().keySet());
                items.add(fields.item(stream.key(), place(fields)));
            } else {
                items.add(RecordFields.noObject(record.toString(), place("row " + row)));
            }
            if (items.size() >= LARGEST_BATCH) {
                flush(Optional.empty(), Optional.empty());
            }
        }

        @Override
        public void pageEnded(Optional<Object> next) {
            if (!items.isEmpty()) {
                flush(Optional.empty(), Optional.empty());
            }
        }

        @Override
        public void checkpoint() {
            checkpoints++;
            if (reader.incremental() && checkpoints * PARTITIONS_A_CURSOR >= progress.size()) {
                checkpoints = 0;
                flush(Optional.of(progress.text()), Optional.empty());
            }
        }

        void end(Batch.End end) {
            boolean complete = end instanceof Batch.Complete && reader.incremental();
            try {
                flush(complete ? Optional.of(progress.text()) : Optional.empty(), Optional.of(end));
            } catch (Closed e) {
                items.clear();
            }
        }

        private void flush(Optional<String> cursor, Optional<Batch.End> end) {
            put(new Batch(items, cursor, end));
            items = new ArrayList<>();
        }

        private Place place(RecordFields fields) {
            return place(
                    stream.key().isEmpty()
                            ? "row " + row
                            : stream.key().stream()
                                    .map(field -> field + "=" + fields.fields().get(field))
                                    .collect(Collectors.joining(", ")));
        }

        private Place place(String which) {
            return Place.of(stream.qualifiedName() + "[" + which + "]");
        }
    }
}
