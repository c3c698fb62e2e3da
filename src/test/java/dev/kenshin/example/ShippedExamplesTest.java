package dev.kenshin.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.config.Configuration;
import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.Yaml;
import dev.kenshin.problem.Language;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shipped configuration does what its examples say, and they speak of all of it. */
class ShippedExamplesTest {
    private static final Company SHIPPED = Company.in(Path.of("config"));
    private static final Examples EXAMPLES = SHIPPED.examples();

    @Test
    void everyExample_passes() throws Exception {
        assertThat(EXAMPLES.run(Language.EN, result -> {})).isNotEmpty().allSatisfy(result -> assertThat(
                        result.differences())
                .as(result.example().at() + " " + result.example().name())
                .isEmpty());
    }

    @Test
    void everyMapping_hasExamplesOfRowsAndOfRejections() {
        assertThat(SHIPPED.configuration().mappings().values()).allSatisfy(mapping -> {
            assertThat(EXAMPLES.all())
                    .filteredOn(example -> uses(example, mapping.from().name()))
                    .anyMatch(example -> rows(example, mapping.to().name()) > 0)
                    .anyMatch(example -> example.wanted().quarantine().stream()
                            .anyMatch(rows -> !rows.rows().isEmpty()));
        });
    }

    @Test
    void everyMetric_isExpectedWithTwoValuesAtLeast() {
        Map<String, Set<String>> values = new TreeMap<>();
        EXAMPLES.all().forEach(example -> example.wanted().accounts().forEach(account -> account.figures()
                .forEach((figure, value) -> values.computeIfAbsent(figure, unseen -> new TreeSet<>())
                        .add(written(value)))));
        assertThat(SHIPPED.configuration().metrics().keySet())
                .allSatisfy(metric -> assertThat(values.getOrDefault("metrics." + metric, Set.of()))
                        .as(metric)
                        .hasSizeGreaterThan(1));
    }

    @Test
    void everyComponentAndOverride_isExpectedSomewhere() {
        Set<String> expected = EXAMPLES.all().stream()
                .flatMap(example -> example.wanted().accounts().stream())
                .flatMap(account -> account.lists().values().stream())
                .flatMap(names -> names.names().stream())
                .map(Yaml.Scalar::text)
                .collect(Collectors.toSet());
        for (ScorecardConfig card : SHIPPED.configuration().scorecards().values()) {
            assertThat(card.overrides())
                    .allSatisfy(rule -> assertThat(expected).as(card.name()).contains(rule.name()));
        }
    }

    @Test
    void examples_areNoPartOfTheConfiguration() {
        Configuration configuration = SHIPPED.configuration();
        assertThat(configuration.mappings().keySet()).noneMatch(name -> name.contains("spec"));
        assertThat(configuration.metrics()).doesNotContainKeys("examples", "as-of");
    }

    private static boolean uses(Example example, String stream) {
        return example.given().records().containsKey(stream);
    }

    private static int rows(Example example, String table) {
        Wanted.Rows rows = example.wanted().tables().get(table);
        return rows == null ? 0 : rows.rows().size();
    }

    private static String written(Yaml.Scalar value) {
        return Cell.written(value);
    }
}
