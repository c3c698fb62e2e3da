package dev.kenshin.config;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Text;
import java.util.List;

/**
 * A way to divide the accounts, an entry of {@code config/segments.yaml}: the first class whose condition holds.
 *
 * @param classes in order
 * @param otherwise the class of accounts for which no condition is true
 */
public record SegmentConfig(String name, Text label, List<SegmentClass> classes, String otherwise, Location at) {

    /**
     * One class.
     *
     * @param when over metrics, the account's columns, earlier segments and {@code as_of}
     */
    public record SegmentClass(String name, Text label, Sql when) {}
}
