package dev.kenshin.job;

import dev.kenshin.mapping.AccountLinks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which mappings may run side by side: those that neither link by the keys of each other's streams nor write to the same
 * table. The latter keeps the order of a table's rows, on which sums of real numbers depend.
 */
final class MappingRounds {
    private MappingRounds() {}

    /**
     * The mappings in rounds, each to be complete before the next begins.
     *
     * @param mappings in an order in which they could run one by one
     */
    static List<List<CompiledMapping>> of(List<CompiledMapping> mappings) {
        Map<CompiledMapping, Integer> rounds = new LinkedHashMap<>();
        List<List<CompiledMapping>> result = new ArrayList<>();
        for (CompiledMapping mapping : mappings) {
            int round = round(mapping, rounds);
            rounds.put(mapping, round);
            if (round == result.size()) {
                result.add(new ArrayList<>());
            }
            result.get(round).add(mapping);
        }
        return result;
    }

    /** The first round in which nothing is left to wait for. */
    private static int round(CompiledMapping mapping, Map<CompiledMapping, Integer> earlier) {
        Set<String> needed = AccountLinks.streams(mapping.config().account());
        return earlier.entrySet().stream()
                .filter(other -> needed.contains(other.getKey().stream()) || sameTable(mapping, other.getKey()))
                .mapToInt(other -> other.getValue() + 1)
                .max()
                .orElse(0);
    }

    private static boolean sameTable(CompiledMapping one, CompiledMapping other) {
        return one.mapper().table().name().equals(other.mapper().table().name());
    }
}
