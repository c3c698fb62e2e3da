package dev.kenshin.source.sheets;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Pause;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.grid.GridRecords;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One spreadsheet on Google Sheets; each stream is a table on a sheet, as with Excel workbooks. The first stream that is
 * extracted reads what all of them need, and the others wait for it. Nothing is ever written: the access that is asked
 * for can only read.
 */
public final class SheetsSource implements Source {
    private final SheetsOptions options;
    private final Map<String, Wanted> wanted;
    private final Attempts attempts;
    private final Duration silence;
    private @Nullable Snapshot snapshot;
    private @Nullable SourceUnavailable failure;

    private SheetsSource(SheetsOptions options, Map<String, Wanted> wanted, Attempts attempts, Duration silence) {
        this.options = options;
        this.wanted = wanted;
        this.attempts = attempts;
        this.silence = silence;
    }

    /**
     * The source that is configured; connects to nobody.
     *
     * @param secrets puts values in the place of <code>${VARIABLE}</code>; those of credentials are asked for when a
     *     stream is extracted
     * @param pause waits between attempts
     * @throws ConfigException with every mistake in its options
     */
    public static SheetsSource open(SourceConfig config, UnaryOperator<String> secrets, Pause pause) {
        return open(config, secrets, pause, SheetsClient.SILENCE);
    }

    static SheetsSource open(SourceConfig config, UnaryOperator<String> secrets, Pause pause, Duration silence) {
        Problems problems = new Problems();
        SheetsOptions options = SheetsOptions.of(config, secrets, problems);
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        config.streams().forEach((name, stream) -> wanted.put(name, Wanted.of(stream, problems)));
        if (problems.hasErrors()) {
            throw new ConfigException(problems.all());
        }
        return new SheetsSource(options, wanted, new Attempts(pause, new Random()), silence);
    }

    @Override
    public Extraction extract(StreamConfig stream, Optional<String> cursor) throws SourceUnavailable {
        Wanted table = Optional.ofNullable(wanted.get(stream.name())).orElseThrow();
        return new TableExtraction(new GridRecords(snapshot().grid(table), stream, table.layout()));
    }

    @Override
    public synchronized void close() {
        snapshot = null;
    }

    /** A failure is everybody's, too: after one has waited in vain, the others need not wait as long again. */
    private synchronized Snapshot snapshot() throws SourceUnavailable {
        if (failure != null) {
            throw failure;
        }
        if (snapshot == null) {
            snapshot = take();
        }
        return snapshot;
    }

    private Snapshot take() throws SourceUnavailable {
        try {
            return Snapshot.take(options, SheetsClient.of(options, attempts, silence), wanted.values());
        } catch (SourceUnavailable unavailable) {
            failure = unavailable;
            throw unavailable;
        }
    }
}
