package dev.kenshin.source.imap;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.Columns;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Pause;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceUnavailable;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The mail of one user; each stream is a folder. All streams are incremental: each extract reads what arrived since the
 * last. Nothing but the configured columns is kept, and nothing changes on the server.
 */
public final class ImapSource implements Source {
    private final ImapOptions options;
    private final Map<String, Wanted> wanted;
    private final ZoneId zone;
    private final Network network;

    private ImapSource(ImapOptions options, Map<String, Wanted> wanted, ZoneId zone, Network network) {
        this.options = options;
        this.wanted = wanted;
        this.zone = zone;
        this.network = network;
    }

    /**
     * The source that is configured; connects to nobody.
     *
     * @param zone in which dates become local times
     * @param secrets puts values in the place of <code>${VARIABLE}</code>; those of password and token are asked for when a
     *     stream is extracted
     * @param pause waits between attempts
     * @throws ConfigException with every mistake in its options
     */
    public static ImapSource open(SourceConfig config, ZoneId zone, UnaryOperator<String> secrets, Pause pause) {
        return open(config, zone, secrets, Network.real(pause));
    }

    static ImapSource open(SourceConfig config, ZoneId zone, UnaryOperator<String> secrets, Network network) {
        Problems problems = new Problems();
        ImapOptions options = ImapOptions.of(config, secrets, problems);
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        config.streams().forEach((name, stream) -> wanted.put(name, Wanted.of(stream, problems)));
        config.streams().values().forEach(stream -> checkColumns(stream, options, problems));
        if (problems.hasErrors()) {
            throw new ConfigException(problems.all());
        }
        return new ImapSource(options, wanted, zone, network);
    }

    @Override
    public Extraction extract(StreamConfig stream, Optional<String> cursor) throws SourceUnavailable {
        Wanted folder = Optional.ofNullable(wanted.get(stream.name())).orElseThrow();
        return ImapExtraction.open(options, folder, zone, network, cursor);
    }

    @Override
    public void close() {
        // Each extraction closes its own connection.
    }

    /** What mappings read must be kept; unlike the columns of a table, this is known before anything is read. */
    private static void checkColumns(StreamConfig stream, ImapOptions options, Problems problems) {
        Columns.expected(stream).stream()
                .filter(name -> !options.words().contains(name))
                .forEach(name -> problems.add(OptionProblems.notKept(stream, name, options.words())));
    }
}
