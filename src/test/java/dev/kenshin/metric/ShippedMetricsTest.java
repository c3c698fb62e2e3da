package dev.kenshin.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kenshin.config.Configuration;
import dev.kenshin.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every metric that is shipped, as the database computes it and as a loop over the rows does. */
final class ShippedMetricsTest {
    private static final List<LocalDate> DATES = List.of(
            RandomModel.TODAY,
            RandomModel.TODAY.minusDays(40),
            RandomModel.TODAY.minusDays(1_500),
            RandomModel.TODAY.plusDays(500));

    private static MetricPlan plan;

    @BeforeAll
    static void compile(@TempDir Path folder) throws IOException {
        Problems problems = new Problems();
        Configuration configuration = Shipped.configuration(folder);
        plan = MetricCompiler.compile(configuration, List.of(), List.of(), Shipped.TABLES, problems);
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void everyShippedMetric_hasANaiveCounterpart() {
        assertThat(plan.metrics()).extracting(Metric::name).containsExactlyInAnyOrderElementsOf(Naive.ALL.keySet());
    }

    @Test
    void everyShippedMetric_saysItsUnit() {
        assertThat(plan.metrics())
                .allSatisfy(metric -> assertThat(metric.unit()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_031})
    void everyShippedMetric_agreesWithTheNaiveComputation(long seed) throws SQLException {
        RandomModel model = new RandomModel(seed);
        try (TestWarehouse warehouse = new TestWarehouse()) {
            Connection connection = warehouse.connection();
            model.insert(connection);
            for (LocalDate asOf : DATES) {
                plan.measure(connection, asOf);
                List<Facts> accounts = model.facts(asOf);
                List<Row> readings = warehouse.rows("select * from metric.reading order by account_id");
                assertThat(readings).hasSameSizeAs(accounts);
                for (int i = 0; i < readings.size(); i++) {
                    compare(accounts.get(i), readings.get(i));
                }
            }
        }
    }

    private static void compare(Facts facts, Row reading) {
        assertThat(RandomModel.id(reading)).isEqualTo(RandomModel.id(facts.account()));
        Naive.ALL.forEach((metric, naive) -> {
            String where = metric + " of " + RandomModel.id(facts.account()) + " as of " + facts.asOf();
            Optional<Double> expected = naive.of(facts);
            Optional<Double> actual = reading.number(metric);
            assertThat(actual.isPresent()).as(where).isEqualTo(expected.isPresent());
            expected.ifPresent(value -> assertThat(actual.orElseThrow())
                    .as(where)
                    .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value)))));
        });
        assertThat(reading.text("lifecycle")).contains(lifecycle(facts));
        assertThat(reading.text("size")).contains(size(facts));
    }

    private static String lifecycle(Facts facts) {
        Map<String, Naive> metrics = Naive.ALL;
        if (at(metrics, "contracts_begun", facts) > 0 && at(metrics, "contracts_active", facts) == 0) {
            return "churned";
        } else if (at(metrics, "tenure_days", facts) < 90) {
            return "onboarding";
        }
        boolean grows = at(metrics, "deployment_rate", facts) >= 0.5 && at(metrics, "upsell_target", facts) > 0;
        return grows ? "expansion" : "adoption";
    }

    private static String size(Facts facts) {
        double seats = at(Naive.ALL, "contracted_seats", facts);
        double employees = facts.account().number("employees").orElse(Double.NaN);
        return seats >= 100 || employees >= 1000 ? "large" : seats >= 30 || employees >= 100 ? "medium" : "small";
    }

    /** Comparing with NaN is false, as comparing with null is not true. */
    private static double at(Map<String, Naive> metrics, String metric, Facts facts) {
        return Optional.ofNullable(metrics.get(metric))
                .flatMap(naive -> naive.of(facts))
                .orElse(Double.NaN);
    }
}
