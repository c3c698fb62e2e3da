package dev.kenshin.mapping;

import dev.kenshin.mapping.Link.Candidate;
import dev.kenshin.mapping.convert.CompanyName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * The accounts whose names are most similar to an unknown one, for a person to choose from. Names that share pairs of
 * letters are compared by Jaro-Winkler similarity of their normalised keys.
 */
final class NearestAccounts {
    private static final int SHOWN = 3;
    private static final double NEAR = 0.6;
    /** How many of the accounts that share the most pairs of letters are compared in full. */
    private static final int COMPARED = 50;

    private static final int REMEMBERED = 100_000;
    private static final Comparator<Candidate> NEAREST_FIRST =
            Comparator.comparingDouble(Candidate::similarity).reversed().thenComparing(Candidate::accountId);

    private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    private final List<Account> accounts;
    private final List<String> keys;
    private final Map<String, List<Integer>> byPair = new HashMap<>();
    private final Map<String, List<Candidate>> answers = new ConcurrentHashMap<>();

    NearestAccounts(List<Account> accounts) {
        this.accounts = accounts;
        this.keys = accounts.stream()
                .map(account -> CompanyName.key(account.name()))
                .toList();
        for (int i = 0; i < keys.size(); i++) {
            for (String pair : pairs(keys.get(i))) {
                byPair.computeIfAbsent(pair, unseen -> new ArrayList<>()).add(i);
            }
        }
    }

    /** At most three accounts, the most similar first; none if no name is similar. */
    List<Candidate> to(String name) {
        if (answers.size() >= REMEMBERED) {
            return search(CompanyName.key(name));
        }
        return answers.computeIfAbsent(CompanyName.key(name), this::search);
    }

    private List<Candidate> search(String key) {
        return promising(key).stream()
                .map(i -> candidate(key, i))
                .filter(candidate -> candidate.similarity() >= NEAR)
                .sorted(NEAREST_FIRST)
                .limit(SHOWN)
                .toList();
    }

    private Candidate candidate(String key, int i) {
        Account account = accounts.get(i);
        return new Candidate(account.id(), account.name(), similarity.apply(key, keys.get(i)));
    }

    /** The accounts that share the most pairs of letters with the key. */
    private List<Integer> promising(String key) {
        int[] shared = shared(key);
        List<Integer> promising = new ArrayList<>(COMPARED);
        for (int level = key.length(); level > 0; level--) {
            for (int i = 0; i < shared.length && promising.size() < COMPARED; i++) {
                if (shared[i] == level) {
                    promising.add(i);
                }
            }
        }
        return promising;
    }

    /** For each account, how many pairs of letters it shares with the key; at most the key's length. */
    private int[] shared(String key) {
        int[] shared = new int[keys.size()];
        for (String pair : pairs(key)) {
            for (int i : byPair.getOrDefault(pair, List.of())) {
                shared[i]++;
            }
        }
        return shared;
    }

    /** Neighbouring letters, with a mark before the first so that beginnings count. */
    private static Set<String> pairs(String key) {
        String marked = "^" + key;
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < marked.length(); i++) {
            pairs.add(marked.substring(i, i + 2));
        }
        return pairs;
    }
}
