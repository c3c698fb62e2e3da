package dev.kenshin.source.rest;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Problems;
import dev.kenshin.problem.Text;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.Surroundings;
import dev.kenshin.source.http.HttpCaller;
import dev.kenshin.source.rest.slice.Progress;
import dev.kenshin.source.rest.template.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An API that a connector manifest describes. Streams that the manifest reads incrementally go on where the last night
 * ended; all others are read as a whole every night. A stream that needs what only the dialect's Python can do is skipped,
 * and the others run.
 */
public final class RestSource implements Source {
    private final Catalogue catalogue;
    private final Map<String, StreamReaders> readers;
    private final Map<String, Problem> skipped;
    private final HttpCaller caller;
    private final Variables scope;

    private RestSource(
            Catalogue catalogue,
            Map<String, StreamReaders> readers,
            Map<String, Problem> skipped,
            HttpCaller caller,
            Variables scope) {
        this.catalogue = catalogue;
        this.readers = readers;
        this.skipped = skipped;
        this.caller = caller;
        this.scope = scope;
    }

    /**
     * The source that is configured; reads the manifest and calls nobody.
     *
     * @param around whose clock is what {@code now_utc()} asks, and where windows of time end
     * @throws ConfigException with every mistake in its options
     */
    public static RestSource open(SourceConfig config, Surroundings around) {
        Problems problems = new Problems();
        Optional<Catalogue> catalogue = Catalogue.read(config, around, problems);
        if (catalogue.isEmpty() || problems.hasErrors()) {
            throw new ConfigException(problems.all());
        }
        HttpCaller caller = catalogue.get().caller(around.clock(), around.pause());
        Map<String, StreamReaders> readers = new LinkedHashMap<>();
        Map<String, Problem> skipped = new LinkedHashMap<>();
        catalogue.get().compile(caller, readers, skipped, problems);
        if (problems.hasErrors()) {
            caller.close();
            throw new ConfigException(problems.all());
        }
        return new RestSource(
                catalogue.get(), readers, skipped, caller, catalogue.get().scope());
    }

    @Override
    public Extraction extract(StreamConfig stream, Optional<String> cursor) throws SourceUnavailable {
        StreamReaders all = readers.get(stream.name());
        if (all == null) {
            throw new SourceUnavailable(
                    Optional.ofNullable(skipped.get(stream.name())).orElseThrow());
        }
        Progress progress = Progress.of(cursor);
        StreamReader reader = all.at(progress, scope);
        return new RestExtraction(keyed(stream, all), reader, progress, scope, caller.redaction());
    }

    @Override
    public Map<String, Problem> skipped() {
        return Map.copyOf(skipped);
    }

    @Override
    public Optional<Text> offer() {
        return Optional.of(catalogue.offer(caller));
    }

    @Override
    public OptionalInt concurrency() {
        return OptionalInt.of(catalogue.concurrency());
    }

    @Override
    public void close() {
        caller.close();
    }

    private static StreamConfig keyed(StreamConfig stream, StreamReaders reader) {
        List<String> key = stream.key().isEmpty() ? reader.key() : stream.key();
        return new StreamConfig(stream.source(), stream.name(), key, stream.options(), stream.at());
    }
}
