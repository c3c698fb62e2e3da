package dev.kenshin.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays rounds, some at a time. */
final class Trials implements AutoCloseable {
    private final Stage stage;
    private final Random random;
    private final ExecutorService lanes;
    private final AtomicInteger number = new AtomicInteger();

    Trials(Stage stage, long seed, int atATime) {
        this.stage = stage;
        this.random = new Random(seed);
        this.lanes = Executors.newFixedThreadPool(atATime);
    }

    /** Some time within an undisturbed run of the scene. */
    Duration moment(Scene scene) {
        return Duration.ofNanos((long) (random.nextDouble() * scene.length().toNanos()));
    }

    /** Some number below the limit. */
    int number(int limit) {
        return random.nextInt(limit);
    }

    /** A fault for each round, which may depend on the scene. */
    interface Choice {
        Fault of(Scene scene);
    }

    /** Plays rounds, the scenes taking turns. */
    List<Outcome> play(int rounds, Choice choice) throws Exception {
        List<Callable<Outcome>> all = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Scene scene = stage.scenes().get(i % stage.scenes().size());
            all.add(round(scene, choice.of(scene)));
        }
        return play(all);
    }

    /** Kills before and after each point, at most so often at each point of each scene. */
    List<Outcome> playAtPoints(int most) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        List<Callable<Outcome>> kills = new ArrayList<>();
        for (Scene scene : stage.scenes()) {
            Count count = new Count();
            outcomes.addAll(play(List.of(round(scene, count))));
            count.kills(most, random).forEach(kill -> kills.add(round(scene, kill)));
        }
        outcomes.addAll(play(kills));
        return outcomes;
    }

    private List<Outcome> play(List<Callable<Outcome>> rounds) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<Outcome> outcome : lanes.invokeAll(rounds)) {
            outcomes.add(outcome.get());
        }
        return outcomes;
    }

    private Callable<Outcome> round(Scene scene, Fault fault) {
        Path directory = stage.directory().resolve("round-" + number.incrementAndGet());
        return () -> {
            Outcome outcome = Round.play(stage.installation(), scene, fault, directory);
            System.out.println(outcome);
            return outcome;
        };
    }

    @Override
    public void close() {
        lanes.shutdownNow();
    }
}
