package dev.kenshin.config;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one column of a model row is filled.
 *
 * @param from the record's fields, of which the first that is not blank is taken; empty with {@code constant}
 * @param constant a fixed value, as written
 * @param type the converter, as written ({@code company_name}, {@code decimal}, {@code date} ...); the column's own type
 *     decides where it is absent
 * @param values translates raw values; empty where there is nothing to translate
 * @param otherwise what a value that {@code values} does not list becomes; absent means that it is rejected
 * @param required a record without this value is rejected
 * @param between the lowest and highest value that is accepted, both included
 * @param label of a custom variable
 */
public record FieldConfig(
        String name,
        List<String> from,
        Optional<String> constant,
        Optional<String> type,
        Map<String, String> values,
        Optional<String> otherwise,
        boolean required,
        Optional<Between> between,
        Optional<Text> label,
        Location at) {

    /** An accepted range, both ends included. */
    public record Between(double low, double high) {}
}
