package dev.kenshin.guess;

import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.guess.Shape.StreamShape;
import dev.kenshin.model.Model;
import dev.kenshin.source.Pause;
import dev.kenshin.source.Source;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.Surroundings;
import dev.kenshin.source.connector.Connectors;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Drafts the configuration of data that nobody has described yet. Writes nothing. */
public final class Guesses {
    private final Request request;

    public Guesses(Request request) {
        this.request = request.table().filter(Model.USAGE_DAILY.name()::equals).isPresent() ? usage(request) : request;
    }

    /** Whether there is a file of that name. */
    public static boolean isFile(String path) {
        return Target.exists(path);
    }

    /**
     * Drafts for a file, or for several that a pattern names: a source with a mapping for each table in it, or the usage
     * configuration of events.
     *
     * @param path from the working directory
     * @throws SourceUnavailable if the file cannot be read, or there is nothing in it to guess from
     */
    public List<Draft> file(String path) throws IOException, SQLException, SourceUnavailable {
        Target target = Target.of(request.configuration().base(), path);
        FileGuess file = FileGuess.of(target);
        String name = request.name()
                .or(() -> Optional.of(target.name()).filter(found -> !found.isEmpty()))
                .orElse("data");
        if (file.parquet()) {
            Sample sample = ParquetSample.of(target.files().get(0), request.rows());
            return List.of(UsageDraft.of(name, "parquet", target, events(sample, target), List.of(), request));
        }
        return drafts(name, target, file.shape(name));
    }

    /**
     * Drafts of the mappings of a source that is configured already.
     *
     * @param streams the names of those to draft a mapping for
     * @throws SourceUnavailable if it cannot be read
     */
    public List<Draft> source(SourceConfig source, List<String> streams) throws SourceUnavailable {
        List<Draft> drafts = new ArrayList<>();
        try (Source opened = open(source, request.configuration().base())) {
            for (String name : streams) {
                StreamConfig stream = Objects.requireNonNull(source.streams().get(name));
                Look look = Look.of(shape(name), Sample.of(opened, stream, request.rows()), name, request);
                mapping(source.name(), look, drafts);
            }
        }
        return drafts;
    }

    private List<Draft> drafts(String name, Target target, Shape shape) throws SourceUnavailable {
        Map<String, Look> looks = looks(name, target, shape);
        Look first = looks.values().iterator().next();
        boolean events = first.table()
                .filter(table -> table.table().equals(TableGuess.USAGE))
                .isPresent();
        if (events && looks.size() == 1 && !shape.type().equals("excel")) {
            return List.of(UsageDraft.of(name, shape.type(), target, first, shape.options(), request));
        }
        List<Draft> drafts = new ArrayList<>();
        drafts.add(SourceDraft.of(name, target, shape, List.copyOf(looks.values()), request));
        for (Look look : looks.values()) {
            mapping(name, look, drafts);
        }
        return drafts;
    }

    private Map<String, Look> looks(String name, Target target, Shape shape) throws SourceUnavailable {
        Map<String, Look> looks = new LinkedHashMap<>();
        SourceConfig config = shape.config(name);
        try (Source source = open(config, target.root())) {
            for (StreamShape stream : shape.streams()) {
                Sample sample = Sample.of(
                        source, Objects.requireNonNull(config.streams().get(stream.name())), request.rows());
                String called = shape.streams().size() == 1 ? target.name() : stream.name();
                looks.put(stream.name(), Look.of(stream, sample, called, request));
            }
        }
        return looks;
    }

    private Look events(Sample sample, Target target) {
        return Look.of(shape("events"), sample, target.name(), usage(request));
    }

    private static StreamShape shape(String stream) {
        return new StreamShape(stream, List.of(), List.of());
    }

    private Source open(SourceConfig source, Path base) {
        return Connectors.open(
                source,
                new Surroundings(
                        base,
                        request.zone(),
                        request.clock(),
                        request.secrets(),
                        Pause.real(),
                        Optional.of(request.kept())));
    }

    private void mapping(String source, Look look, List<Draft> drafts) {
        Optional<TableGuess> table = look.tables().stream()
                .filter(guess -> !guess.table().equals(TableGuess.USAGE))
                .findFirst();
        table.ifPresent(guess -> {
            String stream = source + "." + look.stream();
            drafts.add(
                    MappingDraft.of(name(guess.table(), source, look.stream(), drafts), stream, look, guess, request));
        });
    }

    /** The table's, unless that is the mapping of another stream. */
    private String name(String table, String source, String stream, List<Draft> drafts) {
        return List.of(table, table + "-" + source, table + "-" + source + "-" + stream).stream()
                .filter(name -> drafts.stream().noneMatch(draft -> draft.file().equals("mappings/" + name + ".yaml")))
                .filter(name -> Optional.ofNullable(
                                request.configuration().mappings().get(name))
                        .map(mapping -> mapping.from().name())
                        .filter(from -> !from.equals(source + "." + stream))
                        .isEmpty())
                .findFirst()
                .orElse(table + "-" + source + "-" + stream);
    }

    private static Request usage(Request request) {
        return new Request(
                request.configuration(),
                request.name(),
                Optional.of(TableGuess.USAGE),
                request.rows(),
                request.secrets(),
                request.clock(),
                request.kept(),
                request.language());
    }
}
