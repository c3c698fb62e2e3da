package dev.kenshin.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Changes, slope and volatility of a random history, against the same figures computed one by one. */
class HealthHistoryTest {
    private static final Map<String, int[]> LAGS = Map.of(
            "change_1d", new int[] {1, 0},
            "change_7d", new int[] {7, 1},
            "change_30d", new int[] {30, 3},
            "change_90d", new int[] {90, 7},
            "change_365d", new int[] {365, 7});

    private final Random random = new Random(20261031);
    private final List<LocalDate> dates = new ArrayList<>();
    private final Map<String, TreeMap<LocalDate, Double>> known = new TreeMap<>();

    @Test
    void everyFigure_isWhatOneWouldComputeByHand() throws Exception {
        try (Night night = new Night()) {
            fill(night);
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            PublishedTable table = night.tables().table("health_history");
            TableRows.read(night.connection, table, Night.AS_OF, values -> {
                Map<String, @Nullable Object> row = new TreeMap<>();
                for (int i = 0; i < values.length; i++) {
                    row.put(table.columns().get(i).name(), values[i]);
                }
                rows.add(row);
            });
            assertThat(rows).hasSize(dates.size() * 3);
            rows.forEach(this::check);
        }
    }

    /** Nights of a year and more, of which many were missed, and accounts that are unknown now and then. */
    private void fill(Night night) throws Exception {
        for (int days = 400; days >= 0; days--) {
            if (days == 0 || random.nextInt(4) == 0) {
                dates.add(Night.AS_OF.minusDays(days));
            }
        }
        for (String account : List.of("C1", "C2", "C3")) {
            known.put(account, new TreeMap<>());
            for (LocalDate date : dates) {
                Double health = random.nextInt(8) == 0 ? null : random.nextDouble() * 100;
                night.health(date, account, health, health == null ? "unknown" : "low");
                if (health != null) {
                    known.get(account).put(date, health);
                }
            }
        }
    }

    private void check(Map<String, @Nullable Object> row) {
        LocalDate asOf = (LocalDate) row.get("as_of");
        TreeMap<LocalDate, Double> readings = known.get((String) row.get("account_id"));
        LAGS.forEach((column, lag) -> same(column, row, change(readings, asOf, lag[0], lag[1])));
        List<Map.Entry<LocalDate, Double>> quarter = List.copyOf(
                readings.subMap(asOf.minusDays(89), true, asOf, true).entrySet());
        boolean enough = readings.containsKey(asOf) && quarter.size() >= 3;
        same("slope_90d", row, enough ? slope(quarter) : null);
        same("volatility_90d", row, enough ? deviation(quarter) : null);
    }

    private static void same(String column, Map<String, @Nullable Object> row, @Nullable Double expected) {
        Object value = row.get(column);
        if (expected == null || value == null) {
            assertThat(value).as(column + " " + row).isEqualTo(expected);
        } else {
            assertThat((Double) value).as(column + " " + row).isCloseTo(expected, within(1e-7));
        }
    }

    private @Nullable Double change(Map<LocalDate, Double> readings, LocalDate asOf, int lag, int tolerance) {
        LocalDate wanted = asOf.minusDays(lag);
        Optional<LocalDate> nearest = dates.stream()
                .filter(date -> distance(date, wanted) <= tolerance)
                .min(Comparator.comparingLong((LocalDate date) -> distance(date, wanted))
                        .thenComparing(Comparator.naturalOrder()));
        Double now = readings.get(asOf);
        Double then = nearest.map(readings::get).orElse(null);
        return now == null || then == null ? null : Double.valueOf(now - then);
    }

    private static long distance(LocalDate date, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(date, other));
    }

    private static double slope(List<Map.Entry<LocalDate, Double>> readings) {
        double meanDay = readings.stream()
                .mapToLong(reading -> reading.getKey().toEpochDay())
                .average()
                .orElseThrow();
        double mean = mean(readings);
        double covariance = 0;
        double variance = 0;
        for (Map.Entry<LocalDate, Double> reading : readings) {
            double day = reading.getKey().toEpochDay() - meanDay;
            covariance += day * (reading.getValue() - mean);
            variance += day * day;
        }
        return 30 * covariance / variance;
    }

    private static double deviation(List<Map.Entry<LocalDate, Double>> readings) {
        double mean = mean(readings);
        double squares = readings.stream()
                .mapToDouble(reading -> Math.pow(reading.getValue() - mean, 2))
                .sum();
        return Math.sqrt(squares / (readings.size() - 1));
    }

    private static double mean(List<Map.Entry<LocalDate, Double>> readings) {
        return readings.stream().mapToDouble(Map.Entry::getValue).average().orElseThrow();
    }
}
