package dev.kenshin.source.singer;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A system that a Singer tap reads. A tap gives all its streams in one output and one state; here it runs once for each
 * stream, with that stream selected alone and its own state, so that each stream lands and goes on by itself. The runs
 * of one source wait for each other: two at a time would take each other's tokens and quota.
 */
public final class SingerSource implements Source {
    private final Tap tap;
    private final TapSecrets secrets;
    private final Map<String, WantedStream> wanted;
    private final Semaphore turn = new Semaphore(1, true);
    private @Nullable Catalog catalog;
    private @Nullable SourceUnavailable failure;

    private SingerSource(Tap tap, TapSecrets secrets, Map<String, WantedStream> wanted) {
        this.tap = tap;
        this.secrets = secrets;
        this.wanted = wanted;
    }

    /**
     * The source that is configured; starts nothing.
     *
     * @param base where relative paths start, and where the tap runs
     * @param secrets puts values in the place of <code>${VARIABLE}</code>; asked when a stream is extracted
     * @throws ConfigException with every mistake in its options
     */
    public static SingerSource open(SourceConfig config, Path base, UnaryOperator<String> secrets) {
        Problems problems = new Problems();
        Tap tap = Tap.of(config, base, problems);
        Map<String, WantedStream> wanted = new LinkedHashMap<>();
        config.streams().forEach((name, stream) -> wanted.put(name, WantedStream.of(stream)));
        if (problems.hasErrors()) {
            throw new ConfigException(problems.all());
        }
        return new SingerSource(tap, new TapSecrets(tap.config(), secrets), wanted);
    }

    /** The same, less patient than a configuration may be. */
    SingerSource withSilence(Duration silence) {
        return new SingerSource(tap.withSilence(silence), secrets, wanted);
    }

    @Override
    public Extraction extract(StreamConfig stream, Optional<String> cursor) throws SourceUnavailable {
        WantedStream asked = Optional.ofNullable(wanted.get(stream.name())).orElseThrow();
        Location at = new Location.Named(stream.qualifiedName());
        turn.acquireUninterruptibly();
        boolean begun = false;
        TapRun run = null;
        try {
            run = TapRun.prepare(tap, at, secrets);
            Extraction extraction = begin(run, stream, asked, cursor.flatMap(Bookmark::of));
            begun = true;
            return extraction;
        } finally {
            if (!begun) {
                close(run);
            }
        }
    }

    @Override
    public void close() {
        // Each extraction ends its own run of the tap.
    }

    private void close(@Nullable TapRun run) {
        if (run != null) {
            run.close();
        }
        turn.release();
    }

    private Extraction begin(TapRun run, StreamConfig stream, WantedStream asked, Optional<Bookmark> last)
            throws SourceUnavailable {
        if (tap.catalog() == CatalogUse.NONE) {
            Progress progress = new Progress(asked.replication(), last);
            run.read(Optional.empty(), progress.state());
            return new TapExtraction(stream, Set.of(asked.name()), progress, run, turn::release);
        }
        Location at = new Location.Named(stream.qualifiedName());
        Catalog offered = catalog(run, at);
        for (String name : asked.selected()) {
            if (!offered.has(name)) {
                throw SingerProblems.noStream(at, name, offered.names());
            }
        }
        Progress progress = new Progress(offered.method(asked), last);
        run.read(Optional.of(offered.selecting(asked)), progress.state());
        return new TapExtraction(stream, offered.names(asked.name()), progress, run, turn::release);
    }

    /** Asked for once. A failure is every stream's, too: none needs to wait in vain again. */
    private Catalog catalog(TapRun run, Location at) throws SourceUnavailable {
        if (failure != null) {
            throw failure;
        }
        if (catalog == null) {
            catalog = discover(run, at);
        }
        return catalog;
    }

    private Catalog discover(TapRun run, Location at) throws SourceUnavailable {
        try {
            String output = run.discover();
            return Catalog.of(output).orElseThrow(() -> SingerProblems.noCatalog(at, run.excerpt(output)));
        } catch (SourceUnavailable e) {
            failure = e;
            throw e;
        }
    }
}
