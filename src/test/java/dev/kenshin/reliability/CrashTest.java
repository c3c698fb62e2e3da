package dev.kenshin.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few rounds of each fault of a process. */
class CrashTest {
    private static final long SEED = Long.getLong("crash.seed", 1);

    private static final int AT_A_TIME = 2;

    @TempDir
    static Path directory;

    private static Trials trials;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        System.out.println("crash.seed=" + SEED);
        trials = new Trials(Stage.in(directory), SEED, AT_A_TIME);
    }

    @AfterAll
    static void close() {
        trials.close();
    }

    @ParameterizedTest
    @EnumSource
    void whateverHappensToANight_itEndsAsIfUndisturbed(Suite suite) throws Exception {
        List<Outcome> outcomes = suite.play(trials, suite.few());
        assumeThat(outcomes).as("what this machine permits").isNotEmpty();
        assertThat(outcomes).anyMatch(Outcome::struck);
        assertThat(new Results(outcomes).losses()).isEmpty();
    }
}
