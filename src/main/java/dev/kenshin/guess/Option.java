package dev.kenshin.guess;

import dev.kenshin.config.Yaml;
import dev.kenshin.problem.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A key of a configuration file with its value, and why it has that. */
record Option(String key, Yaml value, Optional<Remark> remark) {
    /** Where drafts are, until somebody writes them to a file. */
    static final Location NOWHERE = new Location.Named("kenshin guess");

    static Option text(String key, String text) {
        return new Option(key, scalar(text), Optional.empty());
    }

    static Option text(String key, String text, Remark remark) {
        return new Option(key, scalar(text), Optional.of(remark));
    }

    /** A header of one row, or of several. */
    static Option rows(String key, int from, int to, Remark remark) {
        Yaml rows = from == to
                ? number(from)
                : mapping(List.of(
                        new Option("from", number(from), Optional.empty()),
                        new Option("to", number(to), Optional.empty())));
        return new Option(key, rows, Optional.of(remark));
    }

    static Yaml.Mapping mapping(List<Option> options) {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        options.forEach(option -> entries.put(option.key(), option.value()));
        return new Yaml.Mapping(entries, Map.of(), NOWHERE);
    }

    private static Yaml scalar(String text) {
        return new Yaml.Scalar(text, text, NOWHERE);
    }

    private static Yaml number(int number) {
        return new Yaml.Scalar(String.valueOf(number), (long) number, NOWHERE);
    }
}
