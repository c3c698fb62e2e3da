package dev.kenshin.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Plans rounds, and plays them, some at a time. */
final class Trials implements AutoCloseable {
    private static final int WAITING_AT_A_TIME = 6;

    private final Stage stage;
    private final FurtherScenes further;
    private final Random random;
    private final ExecutorService lanes;
    private final ExecutorService waiting = Executors.newFixedThreadPool(WAITING_AT_A_TIME);
    private final Progress progress = new Progress();
    private final Map<String, Count> counts = new HashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    Trials(Stage stage, long seed, int atATime) {
        this.stage = stage;
        this.further = new FurtherScenes(stage);
        this.random = new Random(seed);
        this.lanes = Executors.newFixedThreadPool(atATime);
    }

    Stage stage() {
        return stage;
    }

    /** Nights that need more than files; those that are asked for are run undisturbed first. */
    FurtherScenes further() {
        return further;
    }

    /** Some time within an undisturbed run of the scene. */
    Duration moment(Scene scene) {
        return upTo(scene.length());
    }

    /** Some time up to so long. */
    Duration upTo(Duration longest) {
        return Duration.ofNanos((long) (random.nextDouble() * longest.toNanos()));
    }

    Random random() {
        return random;
    }

    /** How often the scene passes each point; it is run for that once. */
    Count count(Scene scene) throws Exception {
        Count known = counts.get(scene.name());
        if (known == null) {
            known = new Count(random);
            Outcome outcome = Round.play(stage.installation(), scene, known, nextDirectory());
            if (!outcome.wrong().isEmpty()) {
                throw new IllegalStateException(outcome.toString());
            }
            counts.put(scene.name(), known);
        }
        return known;
    }

    /** A round over some night, during which the clock is moved. */
    Planned clock(Path library, Duration by) {
        List<Scene> scenes = stage.scenes();
        Scene scene = scenes.get(random.nextInt(scenes.size()));
        return round(scene, new MovedClock(library, moment(scene), by));
    }

    /** A fault for each round, which may depend on the scene. */
    interface Choice {
        Fault of(Scene scene);
    }

    /** Rounds over the nights that need files only, taking turns. */
    List<Planned> rounds(int times, Choice choice) {
        return IntStream.range(0, times)
                .mapToObj(i -> stage.scenes().get(i % stage.scenes().size()))
                .map(scene -> round(scene, choice.of(scene)))
                .toList();
    }

    Planned round(Scene scene, Fault fault) {
        Path directory = nextDirectory();
        return new Planned(fault.waits(), () -> {
            Outcome outcome = play(scene, fault, directory);
            progress.played(outcome);
            return outcome;
        });
    }

    /** A round that cannot be played to its end proves nothing, and must not keep the others from being played. */
    private Outcome play(Scene scene, Fault fault, Path directory) {
        try {
            return Round.play(stage.installation(), scene, fault, directory);
        } catch (Exception e) {
            return new Outcome(fault, scene, true, List.of("the round broke off: " + e), scene.length(), Map.of());
        }
    }

    private Path nextDirectory() {
        return stage.directory().resolve("round-" + number.incrementAndGet());
    }

    /** Begins to play rounds; those that wait do not keep others waiting. */
    List<Future<Outcome>> begin(List<Planned> rounds) {
        progress.planned(rounds.size());
        List<Future<Outcome>> begun = new ArrayList<>();
        for (Planned planned : rounds) {
            Callable<Outcome> round = planned.round();
            begun.add(planned.waits() ? waiting.submit(round) : lanes.submit(round));
        }
        return begun;
    }

    List<Outcome> play(List<Planned> rounds) throws InterruptedException, ExecutionException {
        return await(begin(rounds));
    }

    static List<Outcome> await(List<Future<Outcome>> begun) throws InterruptedException, ExecutionException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<Outcome> outcome : begun) {
            outcomes.add(outcome.get());
        }
        return outcomes;
    }

    @Override
    public void close() {
        lanes.shutdownNow();
        waiting.shutdownNow();
    }
}
