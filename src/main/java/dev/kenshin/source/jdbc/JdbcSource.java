package dev.kenshin.source.jdbc;

import dev.kenshin.config.ConfigException;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.problem.Problems;
import dev.kenshin.source.Extraction;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceUnavailable;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Tables and queries of any database that has a JDBC driver on the class path. Names of fields are those of the columns,
 * in lower case where the database folded them to upper case. A stream with a {@code cursor} column is incremental.
 * Nothing is ever written: the connection is read-only and a query must be a plain SELECT.
 */
public final class JdbcSource implements Source {
    private final Database database;
    private final Map<String, Selection> selections;
    private final ZoneId zone;

    private JdbcSource(Database database, Map<String, Selection> selections, ZoneId zone) {
        this.database = database;
        this.selections = selections;
        this.zone = zone;
    }

    /**
     * The source that is configured; does not connect.
     *
     * @param zone in which times with an offset become local times
     * @param secrets puts values in the place of <code>${VARIABLE}</code> in url, user and password
     * @throws ConfigException with every mistake in its options
     */
    public static JdbcSource open(SourceConfig config, ZoneId zone, UnaryOperator<String> secrets) {
        Problems problems = new Problems();
        Database database = Database.of(config, secrets, problems);
        Map<String, Selection> selections = new LinkedHashMap<>();
        for (StreamConfig stream : config.streams().values()) {
            Selection.of(stream, database.url().dialect(), problems)
                    .ifPresent(selection -> selections.put(stream.name(), selection));
        }
        if (problems.hasErrors()) {
            throw new ConfigException(problems.all());
        }
        return new JdbcSource(database, selections, zone);
    }

    @Override
    public Extraction extract(StreamConfig stream, Optional<String> cursor) throws SourceUnavailable {
        Selection selection = Optional.ofNullable(selections.get(stream.name())).orElseThrow();
        return JdbcExtraction.open(database, stream, selection, zone, cursor);
    }

    @Override
    public void close() {
        // Each extraction closes its own connection.
    }
}
