package dev.kenshin.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds accounts by one kind of value. Filled once, then read by several threads. */
final class AccountIndex {
    /** A night has fewer distinct values than this; the bound keeps a hostile stream from filling the memory. */
    private static final int REMEMBERED = 200_000;

    private final List<Map.Entry<String, String>> added = new ArrayList<>();
    /** By comparable value; made when somebody asks, since most nights link by few of the ways that there are. */
    private @Nullable Map<String, List<String>> ids;
    /** Making a key costs more than looking it up, and the same values come again and again. */
    private final Map<String, List<String>> answers = new ConcurrentHashMap<>();

    private final UnaryOperator<String> key;

    /** @param key makes values comparable; values whose key is empty name nothing */
    AccountIndex(UnaryOperator<String> key) {
        this.key = key;
    }

    void add(String value, String accountId) {
        added.add(Map.entry(value, accountId));
    }

    /** The ids of all accounts that go by this value. */
    List<String> find(String value) {
        List<String> known = answers.get(value);
        if (known == null) {
            known = ids().getOrDefault(key.apply(value), List.of());
            if (answers.size() < REMEMBERED) {
                answers.put(value, known);
            }
        }
        return known;
    }

    private synchronized Map<String, List<String>> ids() {
        if (ids == null) {
            ids = new HashMap<>();
            for (Map.Entry<String, String> account : added) {
                add(ids, key.apply(account.getKey()), account.getValue());
            }
        }
        return ids;
    }

    private static void add(Map<String, List<String>> ids, String comparable, String accountId) {
        if (!comparable.isEmpty()) {
            List<String> known = ids.computeIfAbsent(comparable, unseen -> new ArrayList<>(1));
            if (!known.contains(accountId)) {
                known.add(accountId);
            }
        }
    }
}
