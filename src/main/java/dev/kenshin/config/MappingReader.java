package dev.kenshin.config;

import dev.kenshin.problem.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code config/mappings/<name>.yaml}. */
final class MappingReader {
    private final Fingerprint fingerprint;

    MappingReader(Fingerprint fingerprint) {
        this.fingerprint = fingerprint;
    }

    MappingConfig read(ConfigTree file) {
        Section mapping = new Section(file.tree());
        List<LinkConfig> account = LinkReader.read(mapping);
        Reference from = mapping.reference("from");
        return new MappingConfig(
                file.file().name(),
                from,
                mapping.reference("to"),
                account,
                fields(mapping, "fields"),
                fields(mapping, "custom"),
                fingerprint.of(file, from, account),
                file.file().at());
    }

    private static Map<String, FieldConfig> fields(Section mapping, String key) {
        Section fields = mapping.section(key);
        Map<String, FieldConfig> read = new LinkedHashMap<>();
        fields.mapping().entries().forEach((name, value) -> read.put(name, field(name, value, fields.keyAt(name))));
        return read;
    }

    /** A field's name alone is short for {@code from}. */
    private static FieldConfig field(String name, Yaml value, Location at) {
        Section field = value instanceof Yaml.Mapping mapping
                ? new Section(mapping)
                : new Section(new Yaml.Mapping(Map.of("from", value), Map.of("from", value.at()), value.at()));
        return new FieldConfig(
                name,
                field.texts("from"),
                field.text("constant"),
                field.text("type"),
                values(field),
                field.text("otherwise"),
                field.flag("required"),
                between(field),
                field.label("label"),
                at);
    }

    private static Map<String, String> values(Section field) {
        Map<String, String> values = new LinkedHashMap<>();
        field.entries("values")
                .forEach((raw, value) -> values.put(raw, value.asText().orElse("")));
        return values;
    }

    private static Optional<FieldConfig.Between> between(Section field) {
        double[] ends = field.items("between").stream()
                .flatMapToDouble(end -> Section.number(end).stream())
                .toArray();
        return ends.length == 2 ? Optional.of(new FieldConfig.Between(ends[0], ends[1])) : Optional.empty();
    }
}
