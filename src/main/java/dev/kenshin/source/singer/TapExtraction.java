package dev.kenshin.source.singer;

import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Location;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Place;
import dev.kenshin.source.SourceItem;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.json.JsonObjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The records of one stream, out of all that the tap says. A state counts from the moment at which it is read, since all
 * records before it have then been given away.
 */
final class TapExtraction implements Extraction {
    private final StreamConfig stream;
    private final Location at;
    private final Set<String> names;
    private final Progress progress;
    private final TapRun run;
    private final Runnable release;
    private final Set<String> seen = new TreeSet<>();
    private List<String> key;
    private boolean ended;
    private boolean closed;
    private long row;

    /**
     * @param names that the records of this stream bear
     * @param release is called once, when the tap has ended
     */
    TapExtraction(StreamConfig stream, Set<String> names, Progress progress, TapRun run, Runnable release) {
        this.stream = stream;
        this.at = new Location.Named(stream.qualifiedName());
        this.names = names;
        this.progress = progress;
        this.run = run;
        this.release = release;
        this.key = stream.key();
    }

    @Override
    public @Nullable SourceItem next() throws SourceUnavailable {
        try {
            SourceItem item = null;
            while (item == null && !ended) {
                String line = run.nextLine();
                if (line == null) {
                    end();
                } else if (!line.isBlank()) {
                    item = take(line);
                }
            }
            return item;
        } catch (SourceUnavailable e) {
            close();
            throw e;
        }
    }

    @Override
    public boolean full() {
        return progress.full();
    }

    @Override
    public Optional<String> cursor() {
        return progress.cursor();
    }

    @Override
    public void close() {
        ended = true;
        if (!closed) {
            closed = true;
            run.close();
            release.run();
        }
    }

    private void end() throws SourceUnavailable {
        run.end();
        if (names.stream().noneMatch(seen::contains) && seen.stream().anyMatch(name -> !name.isEmpty())) {
            throw SingerProblems.noStream(at, names.iterator().next(), seen);
        }
        progress.end();
        close();
    }

    private @Nullable SourceItem take(String line) throws SourceUnavailable {
        Message message = MessageReader.read(line).orElse(null);
        if (message == null) {
            throw SingerProblems.noMessage(at, run.excerpt(line));
        }
        try {
            return take(message);
        } catch (Progress.Replaced e) {
            throw SingerProblems.replaced(at);
        }
    }

    private @Nullable SourceItem take(Message message) throws SourceUnavailable, Progress.Replaced {
        if (message instanceof Message.Row record && isOurs(record.stream())) {
            progress.row(record.version());
            row++;
            return JsonObjects.item(record.json(), key, this::place);
        }
        if (message instanceof Message.State state) {
            progress.state(state.value());
        } else if (message instanceof Message.Schema schema && isOurs(schema.stream())) {
            learn(schema);
        } else if (message instanceof Message.Activation activation && isOurs(activation.stream())) {
            progress.activate(activation.version());
        } else if (message instanceof Message.Batch batch && isOurs(batch.stream())) {
            throw SingerProblems.batch(at);
        }
        return null;
    }

    private void learn(Message.Schema schema) throws SourceUnavailable {
        TableSchema.of(schema.schema()).check(stream, at);
        if (stream.key().isEmpty()) {
            key = schema.key();
        }
    }

    private boolean isOurs(String name) {
        seen.add(name);
        return names.contains(name);
    }

    private Place place(Map<String, @Nullable Object> fields) {
        String which = key.isEmpty() || fields.isEmpty()
                ? "row " + row
                : key.stream().map(field -> field + "=" + fields.get(field)).collect(Collectors.joining(", "));
        return Place.of(stream.qualifiedName() + "[" + which + "]");
    }
}
