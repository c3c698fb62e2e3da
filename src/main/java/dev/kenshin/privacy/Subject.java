package dev.kenshin.privacy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who is to be forgotten, and all by which they are known.
 *
 * @param account whether it is an account, and not a person
 * @param identifiers by the names of their kinds
 * @param names how an account is written in texts; none for persons, whose names others may share
 */
public record Subject(boolean account, Map<String, Set<String>> identifiers, Set<String> names) {

    static Subject of(boolean account, Set<Identifier> identifiers, Set<String> names) {
        Map<String, Set<String>> byKind = new TreeMap<>();
        identifiers.forEach(
                identifier -> byKind.computeIfAbsent(identifier.kind().name(), any -> new TreeSet<>())
                        .add(identifier.value()));
        return new Subject(account, byKind, new TreeSet<>(names));
    }

    Set<Identifier> all() {
        return identifiers.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().map(value -> new Identifier(new Kind(entry.getKey()), value)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All that somebody would recognise: kinds and values, without pseudonyms. */
    public List<String> known() {
        return identifiers.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(value -> !Pseudonyms.isOne(value))
                        .map(value -> entry.getKey() + " " + value))
                .toList();
    }

    Set<String> of(Kind kind) {
        return identifiers.getOrDefault(kind.name(), Set.of());
    }

    /** The addresses of a person, and their pseudonyms. */
    public Set<String> addresses() {
        return of(Kind.EMAIL);
    }

    /** Ids of accounts, exactly as the model holds them. */
    Set<String> accounts() {
        return account ? of(Kind.ACCOUNT) : Set.of();
    }

    /** Texts by which published files are searched; an id that is a number, as a cell has it. */
    public Set<String> needles() {
        Set<String> needles = new LinkedHashSet<>(addresses());
        needles.addAll(names);
        accounts().forEach(id -> needles.addAll(hasLetter(id) ? Set.of(id) : Set.of("," + id + ",", ">" + id + "<")));
        return needles;
    }

    /** Texts that others may hold, in lower case. */
    Set<String> words() {
        return Stream.of(addresses(), names, accounts())
                .flatMap(Set::stream)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    static boolean hasLetter(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    String word() {
        return account ? "account" : "person";
    }
}
