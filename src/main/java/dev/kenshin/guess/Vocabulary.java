package dev.kenshin.guess;

import dev.kenshin.mapping.convert.FieldType;
import dev.kenshin.model.Column;
import dev.kenshin.model.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What people call the canonical columns and their values, in Japanese and English; kept in two resources. */
final class Vocabulary {
    private static final List<Entry> ENTRIES =
            lines("names.txt").map(Vocabulary::entry).toList();
    private static final Map<String, Map<String, String>> WORDS = words();

    private Vocabulary() {}

    /**
     * A canonical column, or one of the things that every table may have.
     *
     * @param table a canonical table, or {@code usage}, {@code link}, {@code record}
     * @param column empty for the names of the table itself
     * @param range {@code 0..10}; empty without
     * @param constant what rows hold where no column says it; empty without
     * @param names as {@link Name#plain} has them
     */
    record Entry(String table, String column, FieldType type, String range, String constant, Set<String> names) {

        /** The lowest and highest value, as {@code [0, 10]}. */
        Optional<List<Long>> bounds() {
            return range.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            Stream.of(range.split("\\.\\.")).map(Long::valueOf).toList());
        }
    }

    /** The columns of a table. */
    static List<Entry> columns(String table) {
        return ENTRIES.stream()
                .filter(entry -> entry.table().equals(table) && !entry.column().isEmpty())
                .toList();
    }

    static Entry column(String table, String column) {
        return columns(table).stream()
                .filter(entry -> entry.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a file or sheet of that name holds rows of the table. */
    static boolean isCalled(String table, String file) {
        return ENTRIES.stream()
                .filter(entry -> entry.table().equals(table) && entry.column().isEmpty())
                .anyMatch(entry -> Name.of(file).likeness(entry.names()) > 0);
    }

    /** The canonical words of a column by the ways to say them; empty where any text will do. */
    static Map<String, String> words(String table, String column) {
        return WORDS.getOrDefault(table + "." + column, Map.of());
    }

    private static Entry entry(String line) {
        String[] cells = line.split("\\s*\\|\\s*", -1);
        String table = cells[0].replaceFirst("\\..*", "");
        String column = cells[0].substring(Math.min(table.length() + 1, cells[0].length()));
        FieldType type = FieldType.named(cells[1]).orElse(FieldType.TEXT);
        Set<String> names = new LinkedHashSet<>(ownNames(table, column));
        Stream.of(cells[4].split(",")).map(Name::plain).forEach(names::add);
        return new Entry(table, column, type, cells[2], cells[3], names);
    }

    private static List<String> ownNames(String table, String column) {
        Optional<Column> canonical = Model.table(table).flatMap(model -> model.column(column));
        List<String> names = new ArrayList<>();
        canonical.ifPresent(known -> Stream.of(
                        known.name(), known.label().ja(), known.label().en())
                .map(Name::plain)
                .forEach(names::add));
        return names;
    }

    private static Map<String, Map<String, String>> words() {
        Map<String, Map<String, String>> words = new LinkedHashMap<>();
        lines("words.txt").forEach(line -> {
            String[] cells = line.split("\\s*\\|\\s*", -1);
            Map<String, String> column = words.computeIfAbsent(cells[0], any -> new LinkedHashMap<>());
            column.put(Name.plain(cells[1]), cells[1]);
            Stream.of(cells[2].split(",")).forEach(said -> column.putIfAbsent(Name.plain(said), cells[1]));
        });
        return words;
    }

    private static Stream<String> lines(String resource) {
        try (InputStream stream = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(resource))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
