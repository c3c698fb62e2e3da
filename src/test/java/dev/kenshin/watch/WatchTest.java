package dev.kenshin.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kenshin.ops.ExitCode;
import dev.kenshin.ops.RunReport;
import dev.kenshin.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final List<String> told = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void beginningAndEnd_areEachToldOnce() {
        Watch watch = watch(new Notes());
        watch.accept(WatchedRun.began("1"));
        watch.accept(WatchedRun.began("1"));
        watch.accept(WatchedRun.ended("1", ExitCode.DONE));
        watch.endedWithoutRun(ExitCode.FAILED); // as when closing fails after the end
        assertThat(told).containsExactly("began", "ended 0");
        assertThat(watch.problems()).isEmpty();
    }

    @Test
    void runThatNeverBegan_isToldByItsExitCode_unlessAnotherOneRuns() {
        watch(new Notes()).endedWithoutRun(ExitCode.LOCKED);
        watch(new Notes()).endedWithoutRun(ExitCode.CONFIGURATION);
        assertThat(told).containsExactly("without run 78");
    }

    @Test
    void tellingThatNeverEnds_isGivenUp() {
        Watch watch = watch(new Watcher() {
            @Override
            public CompletableFuture<?> ended(RunReport report) {
                return new CompletableFuture<>();
            }
        });
        watch.accept(WatchedRun.ended("1", ExitCode.DONE));
        assertThat(watch.problems()).extracting(Problem::code).containsExactly("KEN-W05");
    }

    @Test
    void mistakeOfOne_harmsNeitherTheRunNorTheOthers() {
        Watch watch = watch(
                new Watcher() {
                    @Override
                    public CompletableFuture<?> ended(RunReport report) {
                        throw new IllegalStateException("a mistake");
                    }
                },
                new Notes());
        watch.accept(WatchedRun.ended("1", ExitCode.DONE));
        assertThat(told).containsExactly("began", "ended 0");
        assertThat(watch.problems()).extracting(Problem::code).containsExactly("KEN-W06");
    }

    private Watch watch(Watcher... watchers) {
        return new Watch(List.of(watchers), problems, Duration.ofMillis(20));
    }

    /** Notes what it is told. */
    private final class Notes implements Watcher {
        @Override
        public void began(RunReport report) {
            told.add("began");
        }

        @Override
        public CompletableFuture<?> ended(RunReport report) {
            told.add("ended " + report.exitCode());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<?> endedWithoutRun(ExitCode code) {
            told.add("without run " + code.code());
            return CompletableFuture.completedFuture(null);
        }
    }
}
