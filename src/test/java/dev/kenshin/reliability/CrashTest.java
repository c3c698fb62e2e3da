package dev.kenshin.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few rounds of each fault of a process. */
class CrashTest {
    private static final long SEED = Long.getLong("crash.seed", 1);

    @TempDir
    static Path directory;

    private static Trials trials;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        System.out.println("crash.seed=" + SEED);
        trials = new Trials(Stage.in(directory), SEED, 2);
    }

    @AfterAll
    static void close() {
        trials.close();
    }

    @Test
    void killsAtRandomTimes_loseNothing() throws Exception {
        assertNothingLost(trials.play(
                Integer.getInteger("crash.rounds", 25), scene -> new RandomKill(trials.moment(scene))));
    }

    private static void assertNothingLost(List<Outcome> outcomes) {
        assertThat(outcomes).isNotEmpty().filteredOn(outcome -> !outcome.wrong().isEmpty()).isEmpty();
    }
}
