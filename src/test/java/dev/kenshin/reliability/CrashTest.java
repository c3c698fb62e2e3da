package dev.kenshin.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A few rounds of each fault. All are begun at once, so that no round waits for the last one of another fault. */
class CrashTest {
    private static final long SEED = Long.getLong("crash.seed", 1);

    private static final int AT_A_TIME = 2;

    @TempDir
    static Path directory;

    private static Trials trials;
    private static final Map<Suite, List<Future<Outcome>>> BEGUN = new EnumMap<>(Suite.class);

    @BeforeAll
    static void begin() throws Exception {
        System.out.println("crash.seed=" + SEED);
        trials = new Trials(Stage.in(directory), SEED, AT_A_TIME);
        for (Suite suite : Suite.values()) {
            BEGUN.put(suite, trials.begin(suite.plan(trials, suite.few())));
        }
    }

    @AfterAll
    static void close() {
        trials.close();
    }

    static Stream<Suite> playedInEachBuild() {
        return Arrays.stream(Suite.values()).filter(suite -> suite.few() > 0);
    }

    @ParameterizedTest
    @MethodSource("playedInEachBuild")
    void whateverHappensToANight_itEndsAsIfUndisturbed(Suite suite) throws Exception {
        List<Outcome> outcomes = Trials.await(Objects.requireNonNull(BEGUN.get(suite)));
        assumeThat(outcomes).as("what this machine permits").isNotEmpty();
        if (outcomes.size() > 1) { // a single run may have ended before its fault came
            assertThat(outcomes).anyMatch(Outcome::struck);
        }
        assertThat(new Results(outcomes).losses()).isEmpty();
    }
}
