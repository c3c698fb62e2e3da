package dev.kenshin.benchmark;

import dev.kenshin.config.Reference;
import dev.kenshin.config.ScorecardConfig;
import dev.kenshin.config.ScorecardConfig.Combine;
import dev.kenshin.config.ScorecardConfig.Component;
import dev.kenshin.config.ScorecardConfig.Group;
import dev.kenshin.config.ScorecardConfig.Level;
import dev.kenshin.config.ScorecardConfig.Missing;
import dev.kenshin.config.ScorecardConfig.Scale;
import dev.kenshin.config.ScorecardConfig.Scale.Knot;
import dev.kenshin.problem.Location;
import dev.kenshin.problem.Text;
import dev.kenshin.score.Contributions;
import dev.kenshin.score.Drivers;
import dev.kenshin.score.Health;
import dev.kenshin.score.Measurement;
import dev.kenshin.score.MetricLabel;
import dev.kenshin.score.Reading;
import dev.kenshin.score.Scorecard;
import dev.kenshin.score.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How long 100,000 accounts take to score by 20 components, drivers in words included; in one thread, from cold. */
final class ScoringSpeed {
    static final int ACCOUNTS = 100_000;
    static final int GROUPS = 4;
    static final int COMPONENTS = 5;
    private static final int BATCH = 1_000;
    private static final int DRIVERS = 3;
    private static final double UNKNOWN = 0.05;
    private static final Location HERE = new Location.Named("benchmark");

    private final Random random = new Random(1);
    private long nanos;
    private final Scorecard card =
            Scorecard.of(config(), metric -> new MetricLabel(Text.same(metric), Optional.of("ratio")));
    private final Drivers drivers = Drivers.of(List.of(card));

    private ScoringSpeed() {}

    static Duration measure() {
        ScoringSpeed speed = new ScoringSpeed();
        for (int batch = 0; batch < ACCOUNTS / BATCH; batch++) {
            speed.scoreBatch();
        }
        return Duration.ofNanos(speed.nanos);
    }

    private void scoreBatch() {
        List<Contributions> earlier = readings().stream()
                .map(reading -> Contributions.of(card.score(reading)))
                .toList();
        List<Reading> now = readings();
        long start = System.nanoTime();
        for (int i = 0; i < BATCH; i++) {
            Health health = card.score(now.get(i));
            drivers.losses(health, DRIVERS);
            drivers.moves(health, earlier.get(i), DRIVERS);
        }
        nanos += System.nanoTime() - start;
    }

    private List<Reading> readings() {
        return IntStream.range(0, BATCH).mapToObj(this::reading).toList();
    }

    private Reading reading(int account) {
        List<Measurement> measurements = Stream.generate(this::value)
                .limit(GROUPS * COMPONENTS)
                .map(Measurement::fresh)
                .toList();
        return new Reading("C" + account, measurements, Set.of());
    }

    private Value value() {
        return random.nextDouble() < UNKNOWN ? Value.UNKNOWN : Value.of(random.nextDouble());
    }

    private static ScorecardConfig config() {
        List<Group> groups =
                IntStream.range(0, GROUPS).mapToObj(ScoringSpeed::group).toList();
        List<Level> levels = List.of(new Level("high", 0), new Level("medium", 50), new Level("low", 70));
        return new ScorecardConfig(
                "benchmark",
                Text.same("Benchmark"),
                Optional.empty(),
                Combine.AVERAGE,
                groups,
                List.of(),
                0.6,
                List.of(),
                levels,
                HERE);
    }

    private static Group group(int group) {
        List<Component> components = IntStream.range(0, COMPONENTS)
                .mapToObj(i -> component("metric_" + group + i))
                .toList();
        return new Group(
                "group_" + group, Text.same("Group " + group), 1, Combine.AVERAGE, components, List.of(), HERE);
    }

    private static Component component(String metric) {
        Scale curve = new Scale.Curve(List.of(new Knot(0, 0), new Knot(0.5, 80), new Knot(0.8, 100)));
        return new Component(
                metric,
                new Reference(metric, HERE),
                Optional.empty(),
                Optional.empty(),
                1,
                curve,
                new Missing.Exclude(),
                OptionalInt.empty(),
                Optional.empty(),
                HERE);
    }
}
