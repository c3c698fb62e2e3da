package dev.kenshin.example;

import dev.kenshin.config.Yaml;
import dev.kenshin.problem.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an example expects.
 *
 * @param tables rows of model tables, by table
 * @param quarantine rows that are set aside
 */
record Wanted(Map<String, Rows> tables, Optional<Rows> quarantine, List<OfAccount> accounts) {

    /**
     * Rows in any order.
     *
     * @param contains whether there may be others
     */
    record Rows(List<Map<String, Yaml.Scalar>> rows, boolean contains, Location at) {}

    /** Names in order. */
    record Names(List<Yaml.Scalar> names, Location at) {}

    /**
     * Figures of one account.
     *
     * @param account empty: the only one there is
     * @param figures by what they are of: {@code health}, {@code metrics.nps}, {@code scores.nps}
     * @param lists overrides, drivers, moves
     */
    record OfAccount(
            Optional<String> account, Map<String, Yaml.Scalar> figures, Map<String, Names> lists, Location at) {}
}
