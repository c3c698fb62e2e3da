package dev.kenshin.privacy;

import dev.kenshin.config.ConfigException;
import dev.kenshin.file.PrivateFile;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Who is forgotten, as keyed hashes: it can be asked whether somebody is on it, and not who is. Immutable. */
public final class SuppressionList {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String CHECK = "check";

    private final @Nullable PersonalKey key;
    private final List<Entry> entries;
    private final Set<String> hashes = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();

    /**
     * Somebody who is forgotten.
     *
     * @param number by which a mistake is lifted
     * @param subject {@code person} or {@code account}
     * @param kinds of what is listed: {@code email}, {@code user}, {@code name}
     */
    public record Entry(int number, Instant at, String subject, Set<String> kinds, Set<String> hashes) {}

    private record Listed(String check, List<Entry> entries) {}

    private SuppressionList(@Nullable PersonalKey key, List<Entry> entries) {
        this.key = key;
        this.entries = List.copyOf(entries);
        entries.forEach(entry -> {
            hashes.addAll(entry.hashes());
            kinds.addAll(entry.kinds());
        });
    }

    /** A list with nobody on it. */
    static SuppressionList empty(PersonalKey key) {
        return new SuppressionList(key, List.of());
    }

    /** A list that will never hold anybody. */
    static SuppressionList nobody() {
        return new SuppressionList(null, List.of());
    }

    /**
     * Reads the list; an empty one where there is no file.
     *
     * @throws ConfigException if it cannot be read, or was made with another key: to go on would bring back who is
     *     forgotten
     */
    static SuppressionList read(Path file, Optional<PersonalKey> key) throws IOException {
        if (!Files.exists(file)) {
            return new SuppressionList(key.orElse(null), List.of());
        }
        try {
            Listed listed = JSON.readValue(Files.readAllBytes(file), Listed.class);
            boolean sameKey = key.isPresent() && key.get().sign(CHECK, "").equals(listed.check());
            if (!sameKey && !listed.entries().isEmpty()) {
                throw anotherKey(file);
            }
            return new SuppressionList(key.orElse(null), listed.entries());
        } catch (JacksonException damaged) {
            throw PersonalKey.damaged(file);
        }
    }

    void write(Path file) throws IOException {
        PrivateFile.write(file, JSON.writeValueAsBytes(new Listed(signed(CHECK, ""), entries)));
    }

    /** The list and somebody else; the same list where all of it is there already. */
    SuppressionList with(Instant at, String subject, Set<Identifier> identifiers) {
        Set<String> added = new TreeSet<>();
        Set<String> addedKinds = new TreeSet<>();
        for (Identifier identifier : identifiers) {
            added.add(signed(identifier.kind().name(), identifier.value()));
            addedKinds.add(identifier.kind().name());
        }
        if (hashes.containsAll(added)) {
            return this;
        }
        List<Entry> more = new ArrayList<>(entries);
        int number = entries.stream().mapToInt(Entry::number).max().orElse(0) + 1;
        more.add(new Entry(number, at, subject, addedKinds, added));
        return new SuppressionList(key, more);
    }

    /** This list and whoever else is on another one, which was made with the same key. */
    SuppressionList and(SuppressionList other) {
        List<Entry> all = new ArrayList<>(entries);
        int number = entries.stream().mapToInt(Entry::number).max().orElse(0);
        for (Entry entry : other.entries) {
            if (!hashes.containsAll(entry.hashes())) {
                all.add(new Entry(++number, entry.at(), entry.subject(), entry.kinds(), entry.hashes()));
            }
        }
        return new SuppressionList(key, all);
    }

    /** The numbers of the entries that another list does not hold, or not all of. */
    List<Integer> missingIn(SuppressionList other) {
        return entries.stream()
                .filter(entry -> !other.hashes.containsAll(entry.hashes()))
                .map(Entry::number)
                .toList();
    }

    /** The list without an entry; empty where there is none of that number. */
    Optional<SuppressionList> without(int number) {
        List<Entry> rest =
                entries.stream().filter(entry -> entry.number() != number).toList();
        return rest.size() == entries.size() ? Optional.empty() : Optional.of(new SuppressionList(key, rest));
    }

    public List<Entry> entries() {
        return entries;
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    boolean holds(Kind kind, @Nullable Object raw) {
        if (!kinds.contains(kind.name())) {
            return false;
        }
        String form = kind.form(raw);
        return !form.isEmpty() && hashes.contains(signed(kind.name(), form));
    }

    boolean holdsAny(Kind kind) {
        return kinds.contains(kind.name());
    }

    /** Differs where the list does. */
    String fingerprint() {
        return Integer.toHexString(entries.hashCode());
    }

    private String signed(String kind, String value) {
        if (key == null) {
            throw new IllegalStateException("a list without a key holds nobody");
        }
        return key.sign(kind, value);
    }

    private static ConfigException anotherKey(Path file) {
        return new ConfigException(List.of(Problem.error(
                "KEN-F10",
                Location.file(file.toString()),
                new Text(
                        "この一覧を作った鍵(personal.key)がないか、別の鍵です。",
                        "the key that this list was made with (personal.key) is missing, or is another one."),
                new Text(
                        "personal.key をバックアップから戻してください。戻さずに実行すると、忘れたはずのデータが戻ります。",
                        "Restore personal.key from a backup; without it, what was forgotten would come back."))));
    }
}
