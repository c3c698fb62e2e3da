package dev.kenshin.job;

import dev.kenshin.config.FieldConfig;
import dev.kenshin.config.LinkConfig;
import dev.kenshin.config.MappingConfig;
import dev.kenshin.config.SourceConfig;
import dev.kenshin.config.StreamConfig;
import dev.kenshin.config.Yaml;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Has every stream with a header or a schema expect the columns that its mappings read. A renamed column is then an outage
 * that names it, and not a column of blanks. A stream that lists its {@code columns} itself is left alone, and so are
 * fields that may come from one of several columns.
 */
final class ExpectedColumns {
    private static final String COLUMNS = "columns";

    /** JSON objects may leave out what they have no value for. */
    private static final Set<String> WITH_COLUMNS = Set.of("csv", "excel", "sheets", "imap", "jdbc", "singer");

    private ExpectedColumns() {}

    /** Whether every record of the source has every column. */
    static boolean areGivenBy(SourceConfig source) {
        return WITH_COLUMNS.contains(source.type()) && !source.type().equals("singer");
    }

    /** The fields that a mapping reads. */
    static Set<String> readBy(MappingConfig mapping) {
        return columns(mapping, false).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static SourceConfig in(SourceConfig source, List<CompiledMapping> mappings) {
        if (!WITH_COLUMNS.contains(source.type())) {
            return source;
        }
        Map<String, StreamConfig> streams = new LinkedHashMap<>(source.streams());
        streams.replaceAll((name, stream) -> in(stream, mappings));
        return new SourceConfig(
                source.name(),
                source.type(),
                source.options(),
                streams,
                source.onOutage(),
                source.expect(),
                source.at());
    }

    private static StreamConfig in(StreamConfig stream, List<CompiledMapping> mappings) {
        Set<String> read = new LinkedHashSet<>();
        mappings.stream()
                .filter(mapping -> mapping.stream().equals(stream.qualifiedName()))
                .forEach(mapping -> columns(mapping.config(), true).forEach(read::add));
        return read.isEmpty() || stream.options().get(COLUMNS).isPresent() ? stream : expecting(stream, read);
    }

    private static Stream<String> columns(MappingConfig mapping, boolean surely) {
        Stream<String> fields = Stream.concat(mapping.fields().values().stream(), mapping.custom().values().stream())
                .map(FieldConfig::from)
                .filter(from -> !surely || from.size() == 1)
                .flatMap(List::stream);
        return Stream.concat(fields, mapping.account().stream().map(LinkConfig::from));
    }

    private static StreamConfig expecting(StreamConfig stream, Set<String> columns) {
        List<Yaml> names = columns.stream()
                .<Yaml>map(name -> new Yaml.Scalar(name, name, stream.at()))
                .toList();
        Map<String, Yaml> entries = new LinkedHashMap<>(stream.options().entries());
        entries.put(COLUMNS, new Yaml.Sequence(names, stream.at()));
        Yaml.Mapping options = new Yaml.Mapping(
                entries, stream.options().keys(), stream.options().at());
        return new StreamConfig(stream.source(), stream.name(), stream.key(), options, stream.at());
    }
}
