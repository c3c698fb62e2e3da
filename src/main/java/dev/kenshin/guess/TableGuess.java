package dev.kenshin.guess;

import dev.kenshin.guess.Vocabulary.Entry;
import dev.kenshin.mapping.convert.FieldType;
import dev.kenshin.model.Model;
import dev.kenshin.model.ModelTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which of a stream's columns fill which of a table's.
 *
 * @param table a canonical table, or {@code usage}
 * @param matches in the order of the table's columns
 * @param merit how well the stream fits the table; comparable between tables
 */
record TableGuess(String table, List<Match> matches, double merit) {
    static final String USAGE = "usage";
    private static final String ACCOUNT = Model.ACCOUNT.name();
    private static final double NAMED_SO = 1.5;
    private static final double ENOUGH = 1.2;

    /** Every table that the stream could be, the best first. */
    static List<TableGuess> of(String stream, List<Profile> profiles) {
        return Stream.concat(tables(), Stream.of(USAGE))
                .map(table -> of(table, stream, profiles))
                .filter(guess -> guess.merit() >= ENOUGH)
                .sorted(Comparator.comparing(TableGuess::merit).reversed())
                .toList();
    }

    /** How the stream would fill that table. */
    static TableGuess of(String table, String stream, List<Profile> profiles) {
        List<Match> matches = byName(table, profiles);
        double merit = matches.stream()
                .mapToDouble(match -> match.likeness() * rarity(match.profile()))
                .sum();
        boolean linked =
                !table.equals(ACCOUNT) && !LinkGuess.byColumns(profiles).isEmpty();
        double bonus = (Vocabulary.isCalled(table, stream) ? NAMED_SO : 0) + (linked && !matches.isEmpty() ? 1 : 0);
        double plausible = plausibility(table, matches);
        return new TableGuess(table, withValues(table, matches, profiles), (merit + bonus) * plausible);
    }

    Optional<Match> column(String name) {
        return matches.stream()
                .filter(match -> match.entry().column().equals(name))
                .findFirst();
    }

    private static Stream<String> tables() {
        return Model.TABLES.stream().map(ModelTable::name).filter(name -> !name.equals(Model.USAGE_DAILY.name()));
    }

    /** The likeliest pairs first; each column and each field serves once. */
    private static List<Match> byName(String table, List<Profile> profiles) {
        List<Match> pairs = Vocabulary.columns(table).stream()
                .flatMap(entry -> profiles.stream().flatMap(profile -> Match.of(entry, profile).stream()))
                .filter(match -> table.equals(ACCOUNT) || table.equals(USAGE) || !namesAccount(match))
                .sorted(Comparator.comparing(Match::likeness).reversed())
                .toList();
        Set<Object> used = new HashSet<>();
        List<Match> matches = new ArrayList<>();
        for (Match pair : pairs) {
            if (!used.contains(pair.entry()) && !used.contains(pair.profile())) {
                used.add(pair.entry());
                used.add(pair.profile());
                matches.add(pair);
            }
        }
        return inOrder(table, matches);
    }

    /** Whether the column rather says whose the row is, as company.name does where a respondent's name is wanted. */
    private static boolean namesAccount(Match match) {
        return Stream.of("account_id", "name")
                .map(column -> Vocabulary.column("link", column))
                .flatMap(link -> Match.of(link, match.profile()).stream())
                .anyMatch(link -> link.likeness() > match.likeness());
    }

    private static List<Match> inOrder(String table, List<Match> matches) {
        List<Entry> order = Vocabulary.columns(table);
        return matches.stream()
                .sorted(Comparator.comparing(match -> order.indexOf(match.entry())))
                .toList();
    }

    /** A name that fits many tables tells little. */
    private static double rarity(Profile profile) {
        long tables = Stream.concat(tables(), Stream.of(USAGE))
                .filter(table -> Vocabulary.columns(table).stream().anyMatch(entry -> Match.of(entry, profile)
                        .filter(match -> match.likeness() >= Match.SURE)
                        .isPresent()))
                .count();
        return 1 / Math.sqrt((double) Math.max(1, tables));
    }

    /** A row an account has a number of its own; an event has all of user, time and name. */
    private static double plausibility(String table, List<Match> matches) {
        Set<String> columns = new LinkedHashSet<>();
        matches.forEach(match -> columns.add(match.entry().column()));
        if (table.equals(USAGE)) {
            return columns.containsAll(List.of("user", "time", "event")) ? 1 : 0;
        }
        if (table.equals(ACCOUNT)) {
            return matches.stream()
                    .filter(match -> match.entry().column().equals("account_id"))
                    .mapToDouble(
                            match -> match.profile().unique() || match.profile().blank() ? 1 : 0.3)
                    .sum();
        }
        return 1;
    }

    /** A table that lacks its time or an e-mail address takes the only column that holds such values. */
    private static List<Match> withValues(String table, List<Match> matches, List<Profile> profiles) {
        List<Match> all = new ArrayList<>(matches);
        Optional<String> time = Model.table(table).flatMap(ModelTable::time);
        for (Entry entry : Vocabulary.columns(table)) {
            boolean wanted = entry.type() == FieldType.EMAIL
                    || time.filter(entry.column()::equals).isPresent();
            boolean missing = matches.stream().noneMatch(match -> match.entry().equals(entry));
            if (wanted && missing && !matches.isEmpty()) {
                only(entry, profiles, all).ifPresent(all::add);
            }
        }
        return inOrder(table, all);
    }

    private static Optional<Match> only(Entry entry, List<Profile> profiles, List<Match> taken) {
        List<Profile> candidates = profiles.stream()
                .filter(profile ->
                        taken.stream().noneMatch(match -> match.profile().equals(profile)))
                .filter(profile -> !profile.blank()
                        && TypeGuess.of(profile).columnType() == entry.type().columnType())
                .filter(profile -> Match.fits(entry, profile))
                .toList();
        return candidates.size() == 1
                ? Optional.of(new Match(entry, candidates.get(0), Match.BY_VALUES))
                : Optional.empty();
    }
}
