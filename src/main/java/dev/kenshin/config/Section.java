package dev.kenshin.config;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Text;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A mapping through the eyes of a reader. Every question has an answer, also where the file is wrong: the schema has
 * reported that already, and a default lets the reader go on to find the other mistakes.
 */
record Section(Yaml.Mapping mapping) {

    Location at() {
        return mapping.at();
    }

    boolean has(String key) {
        return mapping.get(key).isPresent();
    }

    /** Where the value was written, or the mapping where there is none. */
    Location at(String key) {
        return mapping.get(key).map(Yaml::at).orElse(mapping.at());
    }

    Optional<String> text(String key) {
        return mapping.text(key);
    }

    /** The text, or an empty one, which no check looks at again. */
    String words(String key) {
        return text(key).orElse("");
    }

    List<String> texts(String key) {
        return mapping.get(key).map(Yaml::asTexts).orElse(List.of());
    }

    Reference reference(String key) {
        return new Reference(words(key), at(key));
    }

    Optional<Reference> optionalReference(String key) {
        return text(key).map(name -> new Reference(name, at(key)));
    }

    List<Reference> references(String key) {
        return items(key).stream()
                .flatMap(item -> item.asText().map(name -> new Reference(name, item.at())).stream())
                .toList();
    }

    Sql sql(String key) {
        return new Sql(words(key), at(key));
    }

    Optional<Sql> optionalSql(String key) {
        return text(key).map(sql -> new Sql(sql, at(key)));
    }

    /** {@code {ja, en}}, or one text for both. */
    Optional<Text> label(String key) {
        Optional<Text> both = mapping.mapping(key)
                .map(words ->
                        new Text(words.text("ja").orElse(""), words.text("en").orElse("")));
        return both.or(() -> text(key).map(Text::same));
    }

    Text label(String key, String otherwise) {
        return label(key).orElse(Text.same(otherwise));
    }

    OptionalDouble number(String key) {
        return mapping.get(key).map(Section::number).orElse(OptionalDouble.empty());
    }

    static OptionalDouble number(Yaml yaml) {
        return yaml instanceof Yaml.Scalar scalar && scalar.value() instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** {@code 60%} and {@code 0.6} both are 0.6. */
    OptionalDouble share(String key) {
        OptionalDouble percent = percent(words(key));
        return percent.isPresent() ? percent : number(key);
    }

    /** The same of a key. */
    static OptionalDouble shareOf(String key) {
        OptionalDouble percent = percent(key);
        return percent.isPresent() ? percent : ScaleReader.value(key);
    }

    private static OptionalDouble percent(String words) {
        String text = words.replace(" ", "");
        return text.matches("[0-9]+(\\.[0-9]+)?%")
                ? OptionalDouble.of(Double.parseDouble(text.substring(0, text.length() - 1)) / 100)
                : OptionalDouble.empty();
    }

    Optional<Duration> duration(String key) {
        return text(key).flatMap(Durations::parse);
    }

    OptionalInt days(String key) {
        return duration(key)
                .map(duration -> OptionalInt.of(Math.toIntExact(duration.toDays())))
                .orElse(OptionalInt.empty());
    }

    boolean flag(String key) {
        return text(key).filter("true"::equalsIgnoreCase).isPresent();
    }

    List<Yaml> items(String key) {
        return mapping.get(key)
                .map(value -> value instanceof Yaml.Sequence list ? list.items() : List.of(value))
                .orElse(List.of());
    }

    /** The values of a mapping by key, in the order of the file. */
    Map<String, Yaml> entries(String key) {
        return mapping.mapping(key).map(Yaml.Mapping::entries).orElse(Map.of());
    }

    /** The mapping under the key; an empty one where there is none. */
    Section section(String key) {
        return new Section(mapping.mapping(key).orElse(new Yaml.Mapping(Map.of(), Map.of(), at(key))));
    }

    /** The mappings under the key, by name; what is no mapping counts as an empty one. */
    Map<String, Section> sections(String key) {
        Section parent = section(key);
        Map<String, Section> sections = new LinkedHashMap<>();
        parent.mapping().entries().keySet().forEach(name -> sections.put(name, parent.section(name)));
        return sections;
    }

    /** Where the key under {@code key} was written. */
    Location keyAt(String key) {
        return mapping.at(key);
    }
}
